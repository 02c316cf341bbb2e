"""Floor 9, beside batch: wheels gathered for a computer without a network."""
