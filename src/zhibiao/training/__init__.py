"""Floor 9: labelled data, retraining and evaluation."""
