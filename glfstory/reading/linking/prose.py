"""Texts and effects, from written to played."""

import re

from glfstory.engine.story import Assign, Block, Effects, Guard, Insert, OneOf, Paragraph, Text
from glfstory.reading.linking.draft import Draft, Use, Wanted
from glfstory.reading.markup import Marked, one_line, read_markup
from glfstory.reading.nodes import Scalar, scalar
from glfstory.reading.shapes import prose as written
from glfstory.reading.shapes.model import WrittenComputed

ASSIGNMENT = re.compile(r"\s*([A-Za-z_]\w*)\s*(\+|-|\*|)=(?!=)\s*(.*\S)\s*", re.DOTALL)


def text(draft: Draft, given: "written.Text | None") -> Text:
    """A text in any of its written forms."""
    if given is None:
        return ()
    parts = given if isinstance(given, list) else [given]
    if not isinstance(parts[0], Scalar) and parts[0].run_on:
        place = parts[0].key_place("run_on")
        draft.findings.add("E206-nothing-to-run-on", place, "nothing stands before this text", "take run_on out")
    return tuple(_part(draft, part) for part in parts)


def _part(draft: Draft, part: "written.TextItem") -> Block | OneOf:
    if isinstance(part, Scalar):
        return Block(paragraphs(draft, part))
    if isinstance(part, written.WrittenOneOf):
        return OneOf(tuple(_block(draft, block, runs_on=part.run_on) for block in part.blocks))
    return _block(draft, part)


def _block(draft: Draft, block: written.WrittenBlock, *, runs_on: bool = False) -> Block:
    return Block(paragraphs(draft, block.text), draft.expression(block.when), runs_on or block.run_on)


def paragraphs(draft: Draft, given: Scalar) -> tuple[Paragraph, ...]:
    """The paragraphs of one text."""
    marked = read_markup(given)
    _note(draft, given, marked)
    return tuple(marked.paragraphs)


def paragraph(draft: Draft, given: Scalar) -> Paragraph:
    """A text that is one paragraph."""
    found = paragraphs(draft, given)
    if len(found) > 1 or not all(found):
        draft.findings.add("E205-one-paragraph", given, "only one paragraph can stand here", "take out the blank line")
    return found[0] if found else ()


def plain(given: Scalar | None) -> str:
    """Words without markup: lines joined, paragraphs kept apart by an empty line."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", given or "") if part.strip())


def _note(draft: Draft, given: Scalar, marked: Marked) -> None:
    """Tells the mistakes of a text, and keeps its expressions and marks for checking."""
    for mistake in marked.mistakes:
        draft.findings.add(mistake.code, given.part(mistake.start, mistake.end), mistake.says, mistake.fix)
    for found in marked.found:
        if isinstance(found.piece, Insert):
            wants: Wanted = "number" if found.piece.format else "word or number"
            draft.uses.append(Use(found.piece.expression, given, found.start, wants))
        else:
            place = given.part(found.start, found.start + len(found.piece.to))
            draft.refer("mark", scalar(found.piece.to, place.source, place.start, place.end))


def effects(draft: Draft, given: "list[Scalar | written.WrittenGuard]") -> Effects:
    """Effects in order."""
    found: list[Assign | Guard] = []
    for each in given:
        if isinstance(each, Scalar):
            assign = _assign(draft, each)
            if assign is not None:
                found.append(assign)
        else:
            when = draft.expression(each.when) or ""
            found.append(Guard(when, effects(draft, each.then), effects(draft, each.otherwise)))
    return tuple(found)


def _assign(draft: Draft, given: Scalar) -> Assign | None:
    match = ASSIGNMENT.fullmatch(given)
    if match is None:
        says = "an effect sets a variable: name = expression"
        fix = "write it like `stores -= taken` or `post = 'secretary'`; also += and *="
        draft.findings.add("E315-effect", given, says, _effect_fix(given) or fix)
        return None
    name, sign, _ = match.groups()
    use = Use(one_line(match[3]), given, match.start(3), "plain", name, sign)
    if _is_assignable(draft, given, name):
        draft.uses.append(use)
    return Assign(name, use.full)


def _effect_fix(given: Scalar) -> str:
    name, divides, rest = given.partition("/=")
    if divides:
        return f"write {name.strip()} = {name.strip()} / ({rest.strip()})"
    return "to set a value write a single =" if "==" in given else ""


def _is_assignable(draft: Draft, given: Scalar, name: str) -> bool:
    start = given.index(name)
    if name not in draft.gathered.entries["variables"]:
        elsewhere = next((g for g in ("constants", "chances", "options") if name in draft.gathered.entries[g]), "")
        if elsewhere:
            says = f"{name!r} stands among the {elsewhere}; only variables change"
            draft.findings.add("E316-not-assignable", given.part(start, start + len(name)), says, "set a variable")
        else:
            known = draft.gathered.ids("variables")
            draft.findings.unknown(
                "E302-unknown-name", given.part(start, start + len(name)), f"there is no variable {name!r}", name, known
            )
        return False
    shape = draft.shapes["variables"].get(name)
    if isinstance(shape, WrittenComputed):
        says = f"{name!r} is worked out from other values and cannot be set"
        draft.findings.add(
            "E316-not-assignable", given.part(start, start + len(name)), says, "set what it is worked out from"
        )
        return False
    return True
