"""Floor 9: many documents, in worker processes, in order."""
