"""Runs on disk: one small readable file each, kept after every decision and never lost in silence."""
