"""Finds conditions that can have only one answer: choices never open, blocks never told, scenes never met."""

from glfstory.checking.endings import texts_of_endings
from glfstory.checking.grounds import Grounds
from glfstory.checking.occasions import Alternatives, Asked, questions
from glfstory.checking.reasons import because
from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft
from glfstory.reading.markup import one_line

NEVER = {"scene": "W613-never-met", "choice": "W612-never-open"}
"""The code where a condition never holds; elsewhere W611."""


def one_sided(draft: Draft, story: Story, grounds: Grounds) -> None:
    """Tells every condition that always holds or never does."""
    for question in (*questions(draft, story, grounds.when), *texts_of_endings(draft, story, grounds)):
        if isinstance(question, Alternatives):
            _tell_alternatives(draft, question, grounds)
        else:
            _tell(draft, question, grounds)


def _tell(draft: Draft, asked: Asked, grounds: Grounds) -> None:
    text, occasion = asked.text, asked.occasion
    if not grounds.reached.can_hold([(text, True)], occasion):
        says = f"this never holds{because(text, True, occasion, grounds)}; {asked.what} never comes"
        if asked.kind == "choice":
            says = says.replace("never comes", "is never open")
        code = NEVER.get(asked.kind, "W611-never-holds")
        draft.findings.add(code, asked.written, says, "change the condition, or delete what hangs on it")
    elif not grounds.reached.can_hold([(text, False)], occasion):
        says = f"this always holds{because(text, False, occasion, grounds)}"
        draft.findings.add("W610-always-holds", asked.written, says, "leave the condition out, or change it")


def _tell_alternatives(draft: Draft, found: Alternatives, grounds: Grounds) -> None:
    before: list[tuple[str, bool]] = []
    for block in found.blocks:
        mine = [(one_line(block.when), True)] if block.when is not None else []
        if not grounds.reached.can_hold([*before, *mine], found.occasion):
            place = block.when if block.when is not None else block.key_place("text")
            alone = block.when is not None and not grounds.reached.can_hold(mine, found.occasion)
            reason = because(mine[0][0], True, found.occasion, grounds) if alone else ": one before it always holds"
            fix = "change its condition, or delete it" if alone else "put it further up, or delete it"
            draft.findings.add("W614-never-told", place, f"this alternative is never told{reason}", fix)
        if block.when is None:
            before.append(("true", False))
        else:
            before.append((one_line(block.when), False))
