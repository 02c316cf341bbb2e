"""Floor 4: models read from their folders; numbers in, named numbers out."""
