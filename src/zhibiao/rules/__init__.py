"""Floor 4: what can be wrong, one rule a file; the catalogue finds them by walking."""
