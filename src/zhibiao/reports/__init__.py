"""Floor 7: what was found, printed for people and machines."""
