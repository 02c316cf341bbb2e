"""Words that forms print, with where each comes from: data only."""
