"""What a story is and how a run goes. Standard library only; no files, no clock, no global state."""

SEEDS = 2**20
"""Seeds are 0 to SEEDS - 1."""
