"""What a story must have to be played to its end, beyond the form of its files: one module a subject."""
