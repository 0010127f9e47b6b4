"""Checks every expression of a story against its names and their ranges, and tells problems at their places."""

import warnings
from collections.abc import Mapping

from glfstory.engine.analysis import check
from glfstory.engine.expressions import Problem, Scope, nearest, tree_of
from glfstory.engine.program import scope_of, scope_of_measures
from glfstory.engine.ranges import Flags, Numbers, Range, WordSet
from glfstory.engine.story import Story
from glfstory.reading.computing import Weight, is_too_large, weigh, with_computed
from glfstory.reading.linking.draft import Draft, Use
from glfstory.reading.tables import check_tables

CODES = {
    "syntax": "E301-syntax",
    "unknown-name": "E302-unknown-name",
    "kind": "E303-kind",
    "zero": "E304-zero",
    "negative-root": "E305-negative-root",
    "unbounded": "E306-unbounded",
    "forbidden": "E307-forbidden",
    "arguments": "E308-arguments",
    "circular": "E309-circular",
    "unknown-scene": "E310-unknown-scene",
    "unknown-choice": "E311-unknown-choice",
    "unknown-person": "E312-unknown-person",
    "unknown-word": "E313-unknown-word",
    "too-long": "E314-too-long",
}
"""The finding for each kind of problem with an expression."""
UNSURE = (
    "unknown-name",
    "unknown-scene",
    "unknown-choice",
    "unknown-person",
    "unknown-word",
    "zero",
    "negative-root",
    "unbounded",
)
"""What may be right once every file can be read."""


def check_expressions(draft: Draft, story: Story) -> Story:
    """The story with its computed variables worked out; every expression in it has been checked."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        story, scope, weights = with_computed(draft, story, scope_of(story))
        measures = scope_of_measures(story)
        sound: set[tuple[str | bool, ...]] = set()
        for use in draft.uses:
            if draft.findings.is_full:
                break
            alike = (use.text, use.wants, use.target, use.sign, use.over_measures)
            if alike in sound:
                continue
            if _is_sound(draft, use, story, measures if use.over_measures else scope, weights):
                sound.add(alike)
        check_tables(draft, story, scope)
    return story


def _is_sound(draft: Draft, use: Use, story: Story, scope: Scope, weights: Mapping[str, Weight]) -> bool:
    """Whether nothing is wrong with it; tells what is."""
    found, problems = _checked(use, scope, weights)
    for problem in problems:
        _tell(draft, use, problem)
    says, fix = _misfit(use, found, story) if found is not None and not problems else ("", "")
    if says:
        code = "E313-unknown-word" if "never" in says else "E303-kind"
        draft.findings.add(code, use.place(0, len(use.text)), says, fix)
    return not problems and not says


def _checked(use: Use, scope: Scope, weights: Mapping[str, Weight]) -> tuple[Range | None, list[Problem]]:
    """As the engine sees it, with places in the words that were written."""
    tree = tree_of(use.text)
    if isinstance(tree, Problem):
        return None, [tree]
    if "\\" in use.text:
        at = use.text.index("\\")
        return None, [Problem("forbidden", "a backslash is not part of the language", at, at + 1)]
    if is_too_large(weigh(use.full, weights)):
        says = "this is too large or too deeply nested, with the computed variables in it"
        return None, [Problem("too-long", says, 0, len(use.text), "store a part of it in a variable")]
    found, problems = check(use.full, scope)
    shift = len(use.full) - len(use.text) - (1 if use.sign else 0)
    return found, [
        Problem(
            each.code,
            each.says,
            each.start - shift,
            each.end - shift if each.start >= shift else len(use.text),
            each.fix,
        )
        for each in problems
    ]


def _tell(draft: Draft, use: Use, problem: Problem) -> None:
    word = use.text[problem.start : problem.end].strip("'\"") if problem.start >= 0 else use.target
    if _stands_somewhere(draft, use, problem.code, word):
        return
    place = use.place(problem.start, problem.end)
    if problem.code in UNSURE:
        draft.findings.missing(CODES[problem.code], place, problem.says, problem.fix, word.rpartition(".")[2])
    else:
        draft.findings.add(CODES[problem.code], place, problem.says, problem.fix)


def _stands_somewhere(draft: Draft, use: Use, code: str, word: str) -> bool:
    """Whether an unknown name does exist, but what stands behind it is wrong and was told."""
    if code == "unknown-name":
        return word in (draft.gathered.ids("measures") if use.over_measures else draft.names())
    if code == "unknown-scene":
        return word.partition(".")[0] in draft.gathered.ids("scenes")
    if code == "unknown-choice":
        return draft.has_choice(word)
    return code == "unknown-person" and word in draft.people()


def _misfit(use: Use, found: Range, story: Story) -> tuple[str, str]:
    """Why a value does not fit where it stands, and what to do; empty where it does."""
    if use.target:
        return _wrong_for_variable(use, found, story)
    if use.wants == "condition" and not isinstance(found, Flags):
        return f"a condition is needed here; this is {_kind(found)}", "compare it with something"
    if use.wants == "number" and not isinstance(found, Numbers):
        return f"a number is needed here; this is {_kind(found)}", "leave out the format" if "|" in use.written else ""
    if use.wants == "word or number" and isinstance(found, Flags):
        return "a condition cannot be shown", "write a block with if: instead"
    return "", ""


def _wrong_for_variable(use: Use, found: Range, story: Story) -> tuple[str, str]:
    variable = story.variables.get(use.target)
    if variable is None:
        return "", ""
    fits = {"number": Numbers, "flag": Flags, "word": WordSet}[variable.kind]
    if not isinstance(found, fits):
        return f"{use.target} holds {_kind_of_variable(variable.kind)}; this is {_kind(found)}", ""
    if isinstance(found, WordSet) and not found.words <= set(variable.words):
        word = min(found.words - set(variable.words))
        return f"{use.target} is never {word!r}", nearest(word, variable.words) or f"one of {', '.join(variable.words)}"
    return "", ""


def _kind(found: Range) -> str:
    return {Numbers: "a number", Flags: "a condition", WordSet: "a word"}[type(found)]


def _kind_of_variable(kind: str) -> str:
    return {"number": "a number", "flag": "true or false", "word": "a word"}[kind]
