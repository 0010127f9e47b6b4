"""Finds what the archive holds and nothing leads to: facts and terms without a mark, sources that no card cites."""

from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft

MARKING = ("mark", "fact")
"""How a fact or a term is named: by a mark in a text, or under `facts`."""


def unmet_cards(draft: Draft, story: Story) -> None:
    """Tells facts and terms that nothing names, late ones aside, since no text may name those; and unused sources."""
    named = {name for kind, name in draft.referred if kind in MARKING}
    entries = draft.gathered.entries
    for name, fact in story.facts.items():
        if name not in named and not fact.late:
            says = f"no text, choice, rule or ending leads to the fact {name!r}"
            fix = f"mark a statement with [^{name}], or name it under facts:"
            draft.findings.add("N708-unmet-fact", entries["facts"][name].key, says, fix)
    for name, term in story.glossary.items():
        if name not in named and not term.late:
            says = f"no text marks the term {name!r}"
            fix = f"mark the word with [^{name}] where it comes first, or delete the term"
            draft.findings.add("N709-unmet-term", entries["glossary"][name].key, says, fix)
    cited = {name for kind, name in draft.referred if kind == "source"}
    for name in story.sources:
        if name not in cited:
            says = f"no claim and no entry of the timeline rests on the source {name!r}"
            draft.findings.add("N710-unused-source", entries["sources"][name].key, says, "cite it, or delete it")
