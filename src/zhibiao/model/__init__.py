"""What a submission is, as frozen types."""
