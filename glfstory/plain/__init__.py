"""The whole story line by line, for screen readers, braille, pipes and simple terminals."""

from glfstory.plain.play import play as play
