"""How good models are, on data that no fitting saw."""
