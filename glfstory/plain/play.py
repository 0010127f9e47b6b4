"""A story played line by line: the loop between a reader and a sitting."""

from typing import TextIO

from glfstory.plain.start import first_sitting
from glfstory.plain.table import Table
from glfstory.plain.talk import WIDTH, Talk
from glfstory.plain.views import Numbers
from glfstory.saving.desk import Desk


def play(desk: Desk, source: TextIO, out: TextIO, *, prompts: bool) -> str:
    """Plays an opened story to its end, or to the end of input.

    `prompts` says that a person at a terminal answers. Returns one sentence where the input made no sense.
    """
    talk, numbers = Talk(source, out, prompts=prompts), Numbers()
    talk.width, numbers.are_shown = min(WIDTH, desk.settings.width), desk.settings.marks
    sitting = first_sitting(desk, talk, numbers)
    if sitting is None:
        return ""
    table = Table(desk, talk, numbers, sitting)
    table.show()
    while not table.done:
        answer = talk.ask("> " if table.sitting.is_last else "(Enter goes on) > ")
        if answer is None:
            table.leave()
        else:
            table.hear(answer)
    return table.trouble
