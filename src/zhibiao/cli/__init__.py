"""Floor 10: parse arguments, call, print; no thinking."""
