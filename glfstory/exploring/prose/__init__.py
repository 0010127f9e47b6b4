"""A story as prose: how many words it has and a road meets, how hard they read, what comes back too often."""
