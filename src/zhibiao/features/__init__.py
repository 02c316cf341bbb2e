"""Floor 3: a document read word by word, and named numbers about each indicator."""
