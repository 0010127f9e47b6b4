"""One screenful of a run: a heading, its paragraphs and, where a decision waits, the choices."""

from collections.abc import Iterator
from dataclasses import dataclass

from glfstory.engine.fates import Change
from glfstory.engine.page import Page, State
from glfstory.engine.stage import Stage
from glfstory.engine.story import Choice, Member, Text
from glfstory.pages.words import Line, line, plain, say, screens

FATE_WORDS = {"dead": "has died", "left": "has left the village", "taken": "has been taken away", "here": "was born"}


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """A choice as it is offered: open with a number, or closed with its reason."""

    id: str
    words: Line
    number: int = 0
    """1 and up for an open choice, 0 for a closed one."""
    reason: Line = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A screenful."""

    kind: str
    """season, passage, outcome, turn, ending or coda."""
    season: str
    """The season's title; nothing on a coda, which is told of another time."""
    title: str
    lines: tuple[Line, ...]
    state: State
    choices: tuple[ChoiceLine, ...] = ()
    scene: str = ""
    mourns: bool = False
    """Whether someone's death is told on it; no figures are shown beside that."""
    facts: tuple[str, ...] = ()
    """The record behind an outcome or an ending as a whole, without what is marked in its text."""

    @property
    def marks(self) -> tuple[str, ...]:
        """The facts and terms marked on it, each once: those in the text in reading order, then the others."""
        marked = [span.mark for spans in self.lines for span in spans if span.mark]
        return tuple(dict.fromkeys((*marked, *self.facts)))


def leaves(stage: Stage, page: Page, *, summarised: bool = False) -> tuple[Leaf, ...]:
    """A page cut into screenfuls; `summarised` gives the short form of scenes in which someone dies."""
    text, title = _text(stage, page, summarised), _title(stage, page)
    season = next(each for each in stage.story.seasons if each.id == page.season)
    when = "" if page.kind == "coda" else season.title
    told = _fates(stage, page, summarised) if page.kind == "turn" else ()
    choices = tuple(_choices(stage, page)) if page.kind == "passage" else ()
    shown = screens(stage.program, text, page.state) or ((),)
    *first, last = shown
    found = [Leaf(page.kind, when, title, lines, page.state, (), page.scene) for lines in first]
    mourns = bool(told) and "dead" in _fates_of(page)
    marked = {span.mark for lines in shown for words in lines for span in words}
    facts = tuple(fact for fact in _facts(stage, page) if fact not in marked)
    found.append(Leaf(page.kind, when, title, (*last, *told), page.state, choices, page.scene, mourns, facts))
    return tuple(leaf for leaf in found if leaf.lines or leaf.choices or leaf.kind == "ending")


def _text(stage: Stage, page: Page, summarised: bool) -> Text:
    story = stage.story
    season = next(each for each in story.seasons if each.id == page.season)
    match page.kind:
        case "season":
            return season.text
        case "turn":
            return season.turn
        case "passage":
            scene = story.scenes[page.scene]
            return scene.summary if summarised and scene.summary else scene.text
        case "outcome":
            choice = story.scenes[page.scene].choice(page.choice)
            return choice.then if choice else ()
    return story.endings[page.ending].text


def _facts(stage: Stage, page: Page) -> tuple[str, ...]:
    if page.kind == "outcome":
        choice = stage.story.scenes[page.scene].choice(page.choice)
        return choice.facts if choice else ()
    return stage.story.endings[page.ending].facts if page.ending else ()


def _title(stage: Stage, page: Page) -> str:
    if page.kind in ("passage", "outcome"):
        return stage.story.scenes[page.scene].title
    if page.kind in ("ending", "coda"):
        return stage.story.endings[page.ending].title
    season = next(each for each in stage.story.seasons if each.id == page.season)
    return season.turn_title or season.title if page.kind == "turn" else season.title


def _choices(stage: Stage, page: Page) -> Iterator[ChoiceLine]:
    number = 0
    for choice in stage.story.scenes[page.scene].choices:
        words = line(stage.program, choice.say, page.state)
        if stage.program.holds(choice.when, page.state.values, page.state.met):
            number += 1
            yield ChoiceLine(choice.id, words, number)
        elif choice.locked is not None:
            yield ChoiceLine(choice.id, words, 0, line(stage.program, choice.locked, page.state))


def _fates_of(page: Page) -> tuple[str, ...]:
    return tuple(change.fate for change in page.changes)


def _fates(stage: Stage, page: Page, summarised: bool) -> tuple[Line, ...]:
    """What became of people; in the short form the dead are named in one sentence."""
    told = [change for change in page.changes if not (summarised and change.fate == "dead")]
    lines = [line for change in told for line in fate_lines(stage, change, page.state)]
    dead = [member.name for member in stage.story.members if Change(member.id, "dead") in page.changes]
    if summarised and dead:
        names = " and ".join([", ".join(dead[:-1]), dead[-1]] if dead[1:] else dead)
        lines.append(say(f"{names} {'have' if dead[1:] else 'has'} died."))
    return tuple(lines)


def choice_words(stage: Stage, choice: Choice, state: State) -> str:
    """What a choice says, as bare words."""
    return plain(line(stage.program, choice.say, state))


def fate_lines(stage: Stage, change: Change, state: State) -> tuple[Line, ...]:
    """What the story says when a person's fate changes, or a plain sentence where it says nothing."""
    member = next(each for each in stage.story.members if each.id == change.member)
    told = [line for page in screens(stage.program, _told(member, change.fate), state) for line in page]
    return tuple(told) or (say(f"{member.name} {FATE_WORDS[change.fate]}."),)


def _told(member: Member, fate: str) -> Text:
    texts = {"dead": member.when_dead, "left": member.when_left, "taken": member.when_taken, "here": member.when_born}
    return texts[fate]
