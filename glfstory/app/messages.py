"""What screens tell the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from glfstory.engine.run import Run
    from glfstory.saving.settings import Settings


class TranscriptAsked(Message):
    """The transcript of a run is to be put into a file."""

    def __init__(self, run: Run) -> None:
        self.run = run
        super().__init__()


class FileAsked(Message):
    """A text is to be put into a new file; `what` says what it is, such as `debrief`."""

    def __init__(self, what: str, name: str, text: str) -> None:
        self.what, self.name, self.text = what, name, text
        super().__init__()


class Hinted(Message):
    """One more of the first hints was shown; `shown` is how many there were."""

    def __init__(self, shown: int) -> None:
        self.shown = shown
        super().__init__()


class RunChanged(Message):
    """A decision was taken, or taken back: the run is to be kept."""

    def __init__(self, run: Run) -> None:
        self.run = run
        super().__init__()


class Said(Message):
    """A sentence is to be shown at the edge; nothing for an empty one."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__()


class SettingsChanged(Message):
    """Something was set: it is to hold everywhere, and to be kept."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__()
