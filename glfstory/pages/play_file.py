"""A story's own tests: a text that plays a run, line by line, and says what must be seen on the way."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from glfstory.engine.analysis import check
from glfstory.engine.expressions import nearest
from glfstory.engine.program import key_of, scope_of
from glfstory.engine.ranges import Flags
from glfstory.engine.run import begin
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Story
from glfstory.pages.leaf import Leaf
from glfstory.pages.meters import value_of
from glfstory.pages.sitting import Sitting, sit
from glfstory.pages.words import plain
from glfstory.saving.wishes import Wishes, refusal

SETTINGS = ("seed", "option", "length", "set")
THE_END = "end"
"""What `until:` names to play to the end of the run."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What did not come as a play file says."""

    line: int
    says: str


@dataclass(frozen=True, slots=True)
class Step:
    """One line: what it does or asks, and about what."""

    line: int
    asks: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class PlayFile:
    """What a play file asks for."""

    wishes: Wishes = field(default_factory=Wishes)
    steps: tuple[Step, ...] = ()


class Unreadable(ValueError):
    """A line that a play file cannot hold."""

    def __init__(self, line: int, says: str) -> None:
        super().__init__(says)
        self.line = line


def play_through(story: Story, text: str) -> tuple[Failure, ...]:
    """Plays a file's run; everything that did not come as the file says."""
    failures: list[Failure] = []
    try:
        file = parse(text, story)
    except Unreadable as error:
        return (Failure(error.line, str(error)),)
    wishes = file.wishes
    setup = Setup(wishes.options, wishes.length, wishes.constants)
    sitting = sit(Stage(story, wishes.constants), begin(story, wishes.seed or 0, setup))
    for step in file.steps:
        if step.asks in MOVES:
            moved = MOVES[step.asks](sitting, step.about)
            if isinstance(moved, str):
                return (*failures, Failure(step.line, moved))
            sitting = moved
        elif says := LOOKS[step.asks](sitting, step.about):
            failures.append(Failure(step.line, says))
    return tuple(failures)


def parse(text: str, story: Story) -> PlayFile:
    """What a play file asks for. Raises Unreadable for the first line that is none of its own."""
    file = PlayFile()
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        first = line.split(" ")[0]
        if not line or line.startswith("#"):
            continue
        if first in SETTINGS:
            if file.steps:
                raise Unreadable(number, f"{first} stands before the first step")
            file = _set(file, first, line.removeprefix(first).strip(), story, number)
        else:
            file = replace(file, steps=(*file.steps, _step(line, story, number, file.wishes)))
    return file


def _set(file: PlayFile, what: str, value: str, story: Story, number: int) -> PlayFile:
    wishes = file.wishes
    name, _, word = (part.strip() for part in value.partition("="))
    try:
        match what:
            case "seed":
                wishes = replace(wishes, seed=int(value))
            case "length":
                wishes = replace(wishes, length=value)
            case "option":
                wishes = replace(wishes, options={**wishes.options, name: word})
            case _:
                wishes = replace(wishes, constants={**wishes.constants, name: float(word)})
    except ValueError:
        raise Unreadable(number, f"{what} needs a number, not {value!r}") from None
    problem = refusal(story, wishes)
    if problem:
        raise Unreadable(number, problem[0].lower() + problem[1:].rstrip("."))
    return replace(file, wishes=wishes)


def _step(line: str, story: Story, number: int, wishes: Wishes) -> Step:
    if line.startswith(">") and line[1:].strip():
        return Step(number, ">", line[1:].strip())
    if len(line) > 2 and line[0] == line[-1] == '"':
        return Step(number, "expect", line[1:-1])
    if line == "any":
        return Step(number, "any")
    asks, colon, about = (part.strip() for part in line.partition(":"))
    if asks not in (*LOOKS, "until") or not colon or not about:
        words = [*SETTINGS, *LOOKS, "until", "any"]
        hint = nearest(line.split(" ")[0].rstrip(":"), words) or 'a decision is "> scene: choice"'
        raise Unreadable(number, f"this is no line of a play file; {hint}")
    problem = _problem(asks, about, story, wishes)
    if problem:
        raise Unreadable(number, problem)
    return Step(number, asks, about)


def _problem(asks: str, about: str, story: Story, wishes: Wishes) -> str:
    """What the story does not have of what a line asks about."""
    match asks:
        case "until" if about != THE_END and about not in story.scenes:
            return f"there is no scene {about!r}; {nearest(about, story.scenes)}".rstrip("; ")
        case "ends" if about not in story.endings:
            return f"there is no ending {about!r}; {nearest(about, story.endings)}".rstrip("; ")
        case "meter" if (name := about.partition("=")[0].strip()) not in story.variables:
            return f"there is no variable {name!r}; {nearest(name, story.variables)}".rstrip("; ")
        case "holds":
            found, problems = check(about, scope_of(story, wishes.constants))
            if problems:
                return f"{problems[0].says}; {problems[0].fix}".rstrip("; ")
            return "" if isinstance(found, Flags) else "this is no condition; compare it with something"
    return ""


def _decide(sitting: Sitting, about: str) -> Sitting | str:
    waiting = sitting.moment.scene
    scene, colon, choice = (part.strip() for part in about.partition(":"))
    scene, choice = (scene, choice) if colon else (waiting, about)
    if not waiting:
        return f"the run is over, with the ending {_ending(sitting)!r}, before {about!r}"
    if scene != waiting:
        return f"the scene that waits is {waiting!r}, not {scene!r}"
    if choice in sitting.moment.open:
        return sitting.choose(choice)
    closed = next((plain(each.reason) for each in sitting.leaves[-1].choices if each.id == choice), None)
    state = f"is closed here ({closed})" if closed else "is not open here"
    return f"the choice {choice!r} of {scene!r} {state}; open are {', '.join(sitting.moment.open)}"


def _any(sitting: Sitting, _about: str = "") -> Sitting | str:
    if not sitting.moment.scene:
        return f"the run is over, with the ending {_ending(sitting)!r}"
    return sitting.choose(sitting.moment.open[0])


def _until(sitting: Sitting, about: str) -> Sitting | str:
    while sitting.moment.scene != about:
        if sitting.moment.over:
            return (
                sitting if about == THE_END else f"the run ends, with {_ending(sitting)!r}, without the scene {about!r}"
            )
        sitting = sitting.choose(sitting.moment.open[0])
    return sitting


def _ending(sitting: Sitting) -> str:
    return sitting.moment.ending.id if sitting.moment.ending else "none"


def _expect(sitting: Sitting, about: str) -> str:
    shown = _shown(sitting)
    if " ".join(about.split()) in shown:
        return ""
    return f"expected {about!r}; shown was: {shown if len(shown) <= 400 else f'{shown[:200]} ... {shown[-200:]}'}"


def _not(sitting: Sitting, about: str) -> str:
    return f"{about!r} is shown and must not be" if " ".join(about.split()) in _shown(sitting) else ""


def _shown(sitting: Sitting) -> str:
    """All words since the last decision, on one line."""

    def told(leaf: Leaf) -> list[str]:
        choices = [part for choice in leaf.choices for part in (choice.words, choice.reason)]
        return [leaf.title, *(plain(line) for line in (*leaf.lines, *choices))]

    return " ".join(" ".join(word for leaf in sitting.leaves for word in told(leaf)).split())


def _meter(sitting: Sitting, about: str) -> str:
    name, _, wanted = (part.strip() for part in about.partition("="))
    value = value_of(sitting.stage, name, sitting.moment.state)
    found = str(value).lower() if isinstance(value, bool) else key_of(value)
    same = found == wanted if isinstance(value, bool | str) else _number(wanted) == value
    return "" if same else f"expected {name} = {wanted}; it is {found}"


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _holds(sitting: Sitting, about: str) -> str:
    if value_of(sitting.stage, about, sitting.moment.state):
        return ""
    named = [name for name in dict.fromkeys(re.findall(r"[a-z_]\w*", about)) if name in sitting.stage.story.variables]
    values = [f"{name} is {key_of(value_of(sitting.stage, name, sitting.moment.state))}" for name in named]
    return f"{about!r} does not hold" + (f"; {', '.join(values)}" if values else "")


def _closed(sitting: Sitting, about: str) -> str:
    scene = sitting.stage.story.scenes.get(sitting.moment.scene)
    if scene is None or scene.choice(about) is None:
        return f"the scene that waits, {sitting.moment.scene or 'none'!r}, has no choice {about!r}"
    return f"the choice {about!r} is open" if about in sitting.moment.open else ""


def _ends(sitting: Sitting, about: str) -> str:
    if not sitting.moment.over:
        return f"expected the ending {about!r}; the run is not over, the scene {sitting.moment.scene!r} waits"
    return (
        "" if _ending(sitting) == about else f"expected the ending {about!r}; the run ended with {_ending(sitting)!r}"
    )


MOVES: dict[str, Callable[[Sitting, str], Sitting | str]] = {">": _decide, "any": _any, "until": _until}
"""Lines that go on with the run; a sentence where that is not possible."""
LOOKS: dict[str, Callable[[Sitting, str], str]] = {
    "expect": _expect,
    "not": _not,
    "meter": _meter,
    "holds": _holds,
    "closed": _closed,
    "ends": _ends,
}
"""Lines that look at where the run stands; a sentence where it is otherwise."""
