"""Finds variables that are set and not read, read and not set, or neither, and words that one never takes."""

from glfstory.checking.grounds import Grounds
from glfstory.checking.taking_apart import tree_of
from glfstory.engine.expressions import names_in
from glfstory.engine.ranges import WordSet
from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft


def names_read(draft: Draft, story: Story) -> set[str]:
    """The names that an expression, a text or a chart reads; what a variable reads of itself does not count."""
    uses = {(use.text, use.target) for use in draft.uses if not use.over_measures}
    read = {name for text, target in uses for name in names_in(tree_of(text)) if name != target}
    read |= set(story.meters) | ({story.toll} if story.toll else set())
    if story.ledger:
        read |= {story.ledger.said, story.ledger.true, story.ledger.taken, story.ledger.left}
    return read


def idle_variables(draft: Draft, story: Story, grounds: Grounds) -> None:
    """Tells variables that are not both set and read, and words that a variable is never set to."""
    read = names_read(draft, story)
    written = {use.target for use in draft.uses if use.target}
    for name, variable in story.variables.items():
        key = draft.gathered.entries["variables"][name].key
        is_set = name in written or variable.computed is not None
        if name not in read and name in written:
            says = f"{name} is set, and nothing reads it"
            draft.findings.add("W603-unread-variable", key, says, "ask for it in a condition or a text, or delete it")
        elif name not in read:
            fix = "use it in a condition or a text, or delete it"
            draft.findings.add("N701-unused-variable", key, f"nothing uses the variable {name!r}", fix)
        elif not is_set:
            says = f"nothing sets {name}: it is {_shown(variable.start)} in every run"
            other = "make it a constant" if variable.kind == "number" else "take out what asks for it"
            fix = f"set it in an effect, or {other}"
            draft.findings.add("W604-unset-variable", key, says, fix)
        elif variable.kind == "word" and variable.computed is None:
            _tell_words(draft, name, variable.words, grounds)


def _tell_words(draft: Draft, name: str, words: tuple[str, ...], grounds: Grounds) -> None:
    found = grounds.reached.scope.ranges[name]
    for word in draft.shapes["variables"][name].one_of:
        if isinstance(found, WordSet) and word in words and word not in found.words:
            says = f"nothing sets {name} to {str(word)!r}"
            draft.findings.add("N702-unset-word", word, says, f"add an effect {name} = '{word}', or delete the word")


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
