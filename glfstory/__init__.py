"""Interactive history in a terminal: the story language, its engine and the ways to play it."""

__version__ = "0.1.0"
