"""The tiny story of tests/reading, to be checked."""

from tests.reading.conftest import mended, mini, read_files

__all__ = ["mended", "mini", "read_files"]
