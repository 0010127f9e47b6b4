"""The commands: they parse, call, print and exit."""

from glfstory.cli.main import main as main
