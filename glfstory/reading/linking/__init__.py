"""Turns written shapes into the played story: every name resolved, every text and effect taken apart."""
