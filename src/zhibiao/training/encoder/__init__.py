"""The sentence encoder: its words, where its vectors start, and what they learn from laws and tables."""
