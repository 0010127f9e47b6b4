"""Looks a story over for what would play but should not stay, and shows findings."""
