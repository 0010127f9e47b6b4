"""A class that plays one province together: its pure rules, and the one file that keeps it."""
