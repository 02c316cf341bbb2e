"""Floor 6: what to write instead of a weak row: retrieval of good examples, rewriting with the document's own nouns and figures."""
