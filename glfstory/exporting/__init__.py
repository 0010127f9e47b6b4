"""A run in forms that leave the program, one file a form."""
