"""The commands: they parse, call, print and exit."""

import gc

gc.set_threshold(50_000, 20, 20)
"""What is imported at the start stays; looking through it for garbage again and again takes a tenth of the start."""

from glfstory.cli.main import main as main  # noqa: E402 the threshold comes first
