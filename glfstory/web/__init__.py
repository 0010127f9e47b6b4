"""A class as HTML pages, served from one laptop: the only room that knows HTTP."""
