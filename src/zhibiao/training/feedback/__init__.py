"""What reviewers wrote into a report, as labels for the next training."""
