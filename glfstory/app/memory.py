"""What the app does so that an evening of play takes no more memory than ten decisions."""

import gc
from collections.abc import Callable

OFTEN = (700, 10, 10)
"""As often as Python looks by itself. At the start the command line has it look seldom."""


def _painters() -> Callable[[], None]:
    try:
        from textual._styles_cache import StylesCache

        return StylesCache.get_inner_outer.cache_clear
    except (ImportError, AttributeError):  # another Textual, which may keep nothing
        return lambda: None


forget_painters = _painters()
"""Lets go of widgets that are gone: a cache of Textual's keeps a thousand of their painters, with what they painted."""


def look_often() -> None:
    """From now on what is thrown away is soon found; what is there stays, and is not looked through any more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*OFTEN)
