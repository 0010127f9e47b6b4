"""Reads a folder of YAML into the played story, or into all findings at once."""
