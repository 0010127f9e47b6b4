"""What changed between two versions of a story, as a player meets it."""
