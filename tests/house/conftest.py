"""Commands run as a reader of the guide runs them."""

from tests.cli.conftest import environment, glfstory

__all__ = ["environment", "glfstory"]
