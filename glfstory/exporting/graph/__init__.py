"""A story as a picture: its scenes season by season, and what leads where."""
