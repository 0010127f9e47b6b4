"""How a plain run begins: going on or anew, the length, and the content note."""

from collections.abc import Sequence

from glfstory.engine.run import Run
from glfstory.pages.chronicle import changed_words
from glfstory.pages.sitting import Sitting, sit
from glfstory.pages.words import screens
from glfstory.plain.talk import Talk
from glfstory.plain.views import Numbers, words
from glfstory.saving.desk import Desk

NOT_KEPT = "This run comes from a pipe or a script: it is not kept without --save, and the question why is not asked."


def first_sitting(desk: Desk, talk: Talk, numbers: Numbers) -> Sitting | None:
    """The run to play, open at its first screenful; None where input ended before that was settled."""
    talk.say(desk.title)
    talk.gap()
    run = _run(desk, talk)
    if run is None:
        return None
    sitting = sit(desk.stage, run, summarised=desk.settings.summaries)
    if changed := changed_words(desk.stage):
        talk.say(changed)
        talk.gap()
    if not run.decisions:
        _note(sitting, talk, numbers)
        if not desk.keeps:
            talk.say(NOT_KEPT)
            talk.gap()
        if talk.prompts and talk.ask("(Enter goes on) > ") is None:
            return None
    return sitting


def _run(desk: Desk, talk: Talk) -> Run | None:
    saved = desk.saved()
    if saved is not None and saved.notice:
        talk.say(saved.notice)
        talk.gap()
    if saved is not None and saved.run is not None:
        if desk.given is not None or not talk.prompts:
            return saved.run
        number = pick(talk, "A run is kept.", [f"Go on: {saved.when}.", "Begin anew."])
        if number != 1:
            return saved.run if number == 0 else None
    lengths = desk.stage.story.lengths
    if not talk.prompts or desk.wishes.length or len(lengths) < 2:
        return desk.new_run()
    answers = [f"{length.id}: {length.says}" if length.says else length.id for length in lengths.values()]
    number = pick(talk, "How long?", answers)
    return None if number is None else desk.new_run(list(lengths)[number])


def _note(sitting: Sitting, talk: Talk, numbers: Numbers) -> None:
    for page in screens(sitting.stage.program, sitting.stage.story.note, sitting.moment.state):
        for line in page:
            talk.say(words(line, numbers))
            talk.gap()


def pick(talk: Talk, question: str, answers: Sequence[str]) -> int | None:
    """The place of the answer that is picked by its number; None at the end of input."""
    talk.gap()
    talk.say(question)
    for number, answer in enumerate(answers, 1):
        talk.say(answer, f"{number}. ", 3)
    while True:
        heard = talk.ask()
        if heard is None:
            return None
        if heard.isdecimal() and len(heard) < 4 and 1 <= int(heard) <= len(answers):
            return int(heard) - 1
        talk.say(f"Type a number from 1 to {len(answers)}.")
