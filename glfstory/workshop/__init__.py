"""The writer's workshop: folders to start from, a story while it is written, and what changed in it."""
