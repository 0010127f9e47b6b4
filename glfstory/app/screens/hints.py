"""The lines at the foot of the first screens of the first run ever."""

from glfstory.pages.leaf import Leaf

GO_ON = "Space goes on. Whatever can be typed here can be clicked, too."
CHOOSE = "A number takes a choice. The small signs in the text open the record: f."
THEN = "Every decision is kept at once. b takes one back, ? shows every key."
MOST_HINTS = 3
"""So many are shown, and never again."""


class FirstHints:
    """Which line belongs on a screenful; the same screenful keeps its line."""

    def __init__(self, shown: int) -> None:
        self.shown = shown
        """How many have been shown."""
        self._leaf: Leaf | None = None
        self._words = ""

    def on(self, leaf: Leaf) -> str:
        """The line for a screenful; an empty string once all have been shown."""
        if leaf is self._leaf:
            return self._words
        self._leaf, self._words = leaf, ""
        if self.shown < MOST_HINTS:
            self.shown += 1
            self._words = THEN if self.shown == MOST_HINTS else CHOOSE if leaf.choices else GO_ON
        return self._words
