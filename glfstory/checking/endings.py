"""Finds endings that no run can come to, because their condition never holds or others always come before them."""

from glfstory.checking.grounds import Grounds
from glfstory.checking.knowledge import Occasion
from glfstory.checking.occasions import Question, of_text
from glfstory.checking.reasons import because
from glfstory.engine.story import Ending, Story
from glfstory.reading.linking.draft import Draft


def lost_endings(draft: Draft, story: Story, grounds: Grounds) -> None:
    """Tells endings that never come, and those that others always hide."""
    for name, ending in story.endings.items():
        shape = draft.shapes["endings"][name]
        asked = Occasion(_seasons(story, ending, grounds))
        place = shape.when if shape.when is not None else draft.gathered.entries["endings"][name].key
        own = [(ending.when, True)] if ending.when is not None else []
        led_to = any(grounds.when.seasons[caller] for caller in grounds.when.callers.get(name, ()))
        if led_to:
            continue
        if not grounds.reached.can_hold(own, asked):
            reason = because(ending.when or "true", True, asked, grounds)
            says = f"this never holds{reason}; the ending {name!r} never comes"
            draft.findings.add("W615-never-comes", place, says, "change the condition, or delete the ending")
        elif not ending.coda and not grounds.reached.can_hold([*own, *_failed(story, ending)], asked):
            says = f"wherever {name!r} could come, {_named(story, ending, asked, grounds)} before it"
            fix = "give it a lower rank, or narrow the conditions of those asked before it"
            draft.findings.add("W616-shadowed-ending", place, says, fix)


def _seasons(story: Story, ending: Ending, grounds: Grounds) -> frozenset[int]:
    """The seasons that it may come in: a coda follows whatever ending came, and some come before the last season."""
    others = story.endings.values() if ending.coda else (ending,)
    early = any(each.early or each.id in grounds.when.callers for each in others)
    return grounds.when.every if early else frozenset((len(story.seasons) - 1,))


def asked_before(story: Story, ending: Ending) -> list[Ending]:
    """The endings that are asked before this one whenever it is: by rank, but early ones before all others."""
    others = [each for each in story.endings.values() if not each.coda and each.id != ending.id]
    lower = [each for each in others if each.rank < ending.rank and (each.early or not ending.early)]
    early = [each for each in others if each.early and not ending.early and each not in lower]
    return sorted([*lower, *early], key=lambda each: (not each.early, each.rank))


def _failed(story: Story, ending: Ending) -> list[tuple[str, bool]]:
    return [(each.when or "true", False) for each in asked_before(story, ending)]


def _named(story: Story, ending: Ending, asked: Occasion, grounds: Grounds) -> str:
    """The endings that hide it: one, if one does it alone."""
    own = [(ending.when, True)] if ending.when is not None else []
    before = asked_before(story, ending)
    for each in before:
        if not grounds.reached.can_hold([*own, (each.when or "true", False)], asked):
            return f"{each.id!r} comes"
    names = [repr(each.id) for each in before]
    return f"one of {', '.join(names[:-1])} or {names[-1]} comes" if len(names) < 6 else "another ending comes"


def texts_of_endings(draft: Draft, story: Story, grounds: Grounds) -> list[Question]:
    """The conditions in the texts of endings, with what holds when one comes."""
    found: list[Question] = []
    for name, ending in story.endings.items():
        occasion = met_at(story, ending, grounds)
        if occasion is not None:
            found += of_text(draft.shapes["endings"][name].text, occasion)
    return found


def met_at(story: Story, ending: Ending, grounds: Grounds) -> Occasion | None:
    """What holds when an ending comes; None where it never does."""
    led_to = ending.id in grounds.when.callers
    holds = ((ending.when, True),) if ending.when is not None and not led_to else ()
    failed = () if ending.coda or led_to else tuple(_failed(story, ending))
    occasion = Occasion(_seasons(story, ending, grounds), None, {}, (*holds, *failed))
    return occasion if grounds.reached.can_hold([], occasion) else None
