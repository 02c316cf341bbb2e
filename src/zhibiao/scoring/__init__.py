"""Floor 5: the only place where rules and models meet."""
