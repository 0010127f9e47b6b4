"""What can be reached in a story and what cannot: ranges, a search over merged states, and runs as witnesses."""
