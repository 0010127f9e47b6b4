"""A story as words: how many there are, how hard they read, what comes back too often."""
