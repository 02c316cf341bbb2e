"""The labelled tables of training_data/: read, checked, described."""
