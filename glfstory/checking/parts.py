"""Finds parts of conditions that decide nothing beside the rest, and `a if .. else b` that is always one of them."""

import ast
from collections.abc import Iterator

from glfstory.checking.grounds import Grounds
from glfstory.checking.knowledge import Occasion
from glfstory.checking.occasions import Alternatives, Asked, questions
from glfstory.checking.reasons import because
from glfstory.checking.taking_apart import Wanted, tree_of
from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft
from glfstory.reading.markup import one_line
from glfstory.reading.nodes import Place, Scalar


def idle_parts(draft: Draft, story: Story, grounds: Grounds) -> None:
    """Tells each part of an `and` or `or` without which its condition would say the same."""
    for question in questions(draft, story, grounds.when):
        for written in _written(question):
            text = one_line(written)
            if (" and " in text or " or " in text) and _can_be_both(text, question.occasion, grounds):
                _tell_parts(draft, written, question.occasion, grounds)


def one_sided_values(draft: Draft, grounds: Grounds) -> None:
    """Tells `a if condition else b` whose condition always holds or never does."""
    everywhere = Occasion(grounds.when.every)
    for use in draft.uses if grounds.when.every else ():
        tree = tree_of(use.text)
        for node in ast.walk(tree) if not use.over_measures and " if " in use.text else ():
            if not isinstance(node, ast.IfExp):
                continue
            test = ast.unparse(node.test)
            place = use.place(node.test.col_offset, node.test.end_col_offset or 0)
            for wanted, code, how in ((True, "W611-never-holds", "never"), (False, "W610-always-holds", "always")):
                if not grounds.reached.can_hold([(test, wanted)], everywhere):
                    says = f"this {how} holds{because(test, wanted, everywhere, grounds)}"
                    draft.findings.add(
                        code, place, says, f"write only what stands {'behind else' if wanted else 'before if'}"
                    )


def _written(question: Asked | Alternatives) -> list[Scalar]:
    if isinstance(question, Asked):
        return [question.written]
    return [block.when for block in question.blocks if block.when is not None]


def _can_be_both(text: str, occasion: Occasion, grounds: Grounds) -> bool:
    return all(grounds.reached.can_hold([(text, wanted)], occasion) for wanted in (True, False))


def _tell_parts(draft: Draft, written: Scalar, occasion: Occasion, grounds: Grounds) -> None:
    for part, others, wanted in _parts(tree_of(one_line(written))):
        if not grounds.reached.can_hold([*others, (part, wanted)], occasion):
            how = "is never true" if wanted else "is always true"
            says = f"`{ast.unparse(part)}` {how} where the rest of the condition leaves it to decide"
            draft.findings.add("W618-idle-part", _place(written, part), says, "leave it out, or change it")


def _parts(tree: ast.expr) -> Iterator[tuple[ast.expr, list[Wanted], bool]]:
    """Each part with how the others must be for it to decide, and how it would then have to be to do so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BoolOp):
            is_and = isinstance(node.op, ast.And)
            for part in node.values:
                yield part, [(each, is_and) for each in node.values if each is not part], not is_and


def _place(written: Scalar, part: ast.expr) -> Place:
    start = len(written) - len(written.lstrip())
    return written.part(start + part.col_offset, start + (part.end_col_offset or part.col_offset))
