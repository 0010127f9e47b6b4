"""A run is its decisions: begin, choose, undo, branch and replay, each giving a new value."""

from dataclasses import dataclass, field, replace

from glfstory.engine import SEEDS
from glfstory.engine.account import Moved
from glfstory.engine.page import Fixed, Page, State
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Ending, Story
from glfstory.engine.walk import NotOpen, Walk


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice taken in a scene, and the reason where one was asked and given."""

    scene: str
    choice: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outside:
    """A number that came from outside the run, in a season."""

    season: str
    input: str
    value: float


Entry = Decision | Outside


@dataclass(frozen=True, slots=True)
class Run:
    """All there is to keep of a run; its state is worked out by replaying it."""

    story: str
    version: str
    seed: int
    packs: tuple[str, ...] = ()
    setup: Setup = field(default_factory=Setup)
    entries: tuple[Entry, ...] = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions among the entries, in order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Decision))


@dataclass(frozen=True, slots=True)
class Broken:
    """The first decision of a run that this version of the story does not have."""

    number: int
    """How many decisions before it still hold."""
    decision: Decision
    says: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a run stands."""

    run: Run
    """The run, without what no longer holds."""
    pages: tuple[Page, ...]
    """All pages from the beginning."""
    fresh: int
    """The first page after the last decision, as a place in `pages`."""
    scene: str
    """The scene that waits for a decision, or an empty string."""
    open: tuple[str, ...]
    """The choices that can be taken, as written."""
    state: State
    closes: tuple[tuple[str, State], ...]
    """The state at each season's close so far."""
    ending: Ending | None = None
    """The ending, once the run is over."""
    broken: Broken | None = None
    account: tuple[Moved, ...] = ()
    """What moved the meters so far, in order."""
    fixed: tuple[Fixed, ...] = ()
    """The inputs that were fixed so far, in order."""

    @property
    def over(self) -> bool:
        """Whether the run has come to its end."""
        return not self.scene


def begin(story: Story, seed: int, setup: Setup | None = None) -> Run:
    """A run without decisions, with every option and the length as they will stay whatever the story's defaults become.

    Raises ValueError for a seed, option, length or constant that the story lacks.
    """
    wished = setup or Setup()
    length = wished.length or next(iter(story.lengths), "")
    if not 0 <= seed < SEEDS:
        raise ValueError(f"a seed is a whole number from 0 to {SEEDS - 1}, not {seed}")
    for name, word in wished.options.items():
        if name not in story.options or word not in story.options[name].words:
            raise ValueError(f"this story has no option {name}={word}")
    if length and length not in story.lengths:
        raise ValueError(f"this story has no length {length!r}")
    for name in wished.constants:
        if name not in story.constants:
            raise ValueError(f"this story has no constant {name!r}")
    options = {name: wished.options.get(name, option.start) for name, option in story.options.items()}
    setup = Setup(options, length, dict(wished.constants))
    return Run(story.id, story.version, seed, tuple(pack.id for pack in story.packs), setup)


def replay(stage: Stage, run: Run) -> Moment:
    """Where a run stands. What this version of the story no longer has is left out, and told in `broken`.

    Raises ValueError for a run of another story, or one under other constants than the stage's.
    """
    if run.story != stage.story.id or dict(run.setup.constants) != dict(stage.program.constants):
        raise ValueError(f"a run of {run.story!r} is not replayed on a stage of another story or other constants")
    outside = {(entry.season, entry.input): entry.value for entry in run.entries if isinstance(entry, Outside)}
    walk = Walk(stage, run.seed, run.setup, outside, record=True)
    walk.advance()
    kept: list[Entry] = []
    fresh = done = 0
    broken: Broken | None = None
    for entry in run.entries:
        if isinstance(entry, Decision):
            entry = renamed(stage.story, entry)
            says = _refusal(walk, entry)
            if says:
                broken = Broken(done, entry, says)
                break
            fresh, done = len(walk.pages or ()), done + 1
            walk.choose(entry.choice)
            walk.advance()
        kept.append(entry)
    return Moment(
        run=replace(run, entries=tuple(kept), version=stage.story.version),
        pages=tuple(walk.pages or ()),
        fresh=fresh,
        scene=walk.scene.id if walk.scene else "",
        open=tuple(choice.id for choice in walk.open_choices()),
        state=walk.state(),
        closes=tuple(walk.closes),
        ending=walk.ending if walk.over else None,
        broken=broken,
        account=tuple(walk.account.entries) if walk.account else (),
        fixed=tuple(walk.fixed),
    )


def _refusal(walk: Walk, decision: Decision) -> str:
    if walk.scene is None:
        return "the story is over before it"
    if walk.scene.id != decision.scene:
        return f"the scene {walk.scene.id!r} comes where the run met {decision.scene!r}"
    if decision.choice not in [choice.id for choice in walk.open_choices()]:
        return f"the choice {decision.choice!r} of the scene {decision.scene!r} is gone or closed"
    return ""


def renamed(story: Story, decision: Decision) -> Decision:
    """A decision under the ids that its scene and choice have today."""
    scene = story.renamed.get(decision.scene, decision.scene)
    now = story.renamed.get(f"{decision.scene}.{decision.choice}", f"{scene}.{decision.choice}")
    scene, _, choice = now.partition(".")
    return replace(decision, scene=scene, choice=choice)


def choose(stage: Stage, run: Run, choice: str, reason: str = "") -> Run:
    """The run with one more decision. Raises NotOpen where the choice cannot be taken."""
    moment = replay(stage, run)
    if choice not in moment.open:
        raise NotOpen(f"the choice {choice!r} cannot be taken in {moment.scene or 'a run that is over'!r}")
    if reason and reason not in stage.story.reasons:
        raise NotOpen(f"this story has no reason {reason!r}")
    return replace(moment.run, entries=(*moment.run.entries, Decision(moment.scene, choice, reason)))


def back(run: Run, decisions: int = 1) -> Run:
    """The run without its last decisions, and without what came from outside after them."""
    return branch(run, max(0, len(run.decisions) - decisions))


def branch(run: Run, at: int) -> Run:
    """The run with its first `at` decisions only: the head that two branches share."""
    kept: list[Entry] = []
    for entry in run.entries:
        if isinstance(entry, Decision) and at == 0:
            break
        at -= isinstance(entry, Decision)
        kept.append(entry)
    return replace(run, entries=tuple(kept))
