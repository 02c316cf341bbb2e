"""Chinese text as typed made text as meant."""
