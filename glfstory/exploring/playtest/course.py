"""A story set up for being played many times by machine: each run watched for words, sights, meters and clamps."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from glfstory.engine.chance import unit
from glfstory.engine.fates import Change
from glfstory.engine.page import Kind
from glfstory.engine.program import Question
from glfstory.engine.stage import Stage
from glfstory.engine.story import Choice, Story
from glfstory.engine.telling import Telling
from glfstory.engine.walk import Walk
from glfstory.exploring.players import preferred
from glfstory.exploring.playtest.aims import Aims
from glfstory.exploring.playtest.clamps import Clamps, causes_of
from glfstory.exploring.playtest.sights import Sight, Sights
from glfstory.exploring.playtest.trip import RANDOM, Asked, Failure, Trip
from glfstory.exploring.words import Wording


@dataclass(slots=True)
class Watch:
    """What is noted while a run goes on."""

    words: int = 0
    seen: int = 0
    failure: Failure | None = None
    inside: dict[int, float] = field(default_factory=dict)
    """How far each aim was where its scene waited for a decision."""


class Course:
    """Plays runs one after the other. `clamps` adds up over all of them."""

    def __init__(self, story: Story) -> None:
        self.story, self.sights = story, Sights(story)
        self.clamps = Clamps(causes_of(story))
        self.stage = Stage(story, held=self.clamps.held)
        self.wording = Wording(self.stage)
        self._meters: list[Question] = [self.stage.program.question(meter) for meter in story.meters]
        self._aims = Aims(self.stage)
        self._seasons = [season.id for season in story.seasons]
        bits = self.sights.bits
        self._closed = {
            scene.id: [(each, bits[sight]) for each in scene.choices if (sight := _closed(scene.id, each)) in bits]
            for scene in story.scenes.values()
        }

    def play(self, asked: Asked) -> Trip:
        """A run to its end, or to where it fails."""
        watch, taken = Watch(), list[int]()

        def told(walk: Telling, kind: Kind, name: str, choice: str, changes: tuple[Change, ...]) -> None:
            self._look(watch, taken, walk, kind, name, choice, changes)

        self.clamps.begin()
        walk: Walk | None = None
        try:
            walk = Walk(self.stage, asked.seed, asked.setup, closes=self._seasons, told=told)
            self.clamps.follow(walk)
            self._go(walk, asked, taken, watch)
        except Exception as error:  # whatever a story can make go wrong is what is looked for here
            where = f" in {walk.season.id}" if walk else ""
            watch.failure = watch.failure or Failure(f"{type(error).__name__}{where}: {error}", len(taken))
        return self._trip(asked, taken, watch, walk)

    def _go(self, walk: Walk, asked: Asked, taken: list[int], watch: Watch) -> None:
        aims = self._aims.by_scene(asked.aims)
        walk.advance()
        while walk.scene is not None:
            scene, choices = walk.scene, walk.open_choices()
            for choice, bit in self._closed[scene.id]:
                if choice not in choices:
                    watch.seen |= bit
            for place, aim in aims.get(scene.id, ()):
                watch.inside[place] = aim.at_scene(walk.values, walk.met)
            if not choices:
                watch.failure = watch.failure or Failure(f"the scene {scene.id} has no open choice", len(taken))
                return
            choice = self._chosen(asked, scene.id, choices)
            taken.append(choices.index(choice))
            walk.choose(choice.id)
            walk.advance()
        if walk.ending is None and watch.failure is None:
            watch.failure = Failure("the run is over without an ending", len(taken))

    def _chosen(self, asked: Asked, scene: str, choices: Sequence[Choice]) -> Choice:
        wished = asked.wishes.get(scene)
        if wished is not None:
            for choice in choices:
                if choice.id == wished:
                    return choice
        if asked.player != RANDOM:
            return preferred(choices, self.story.policies[asked.player], asked.seed, scene)
        return choices[int(unit(asked.seed, "player", asked.dice, scene) * len(choices))]

    def _look(
        self,
        watch: Watch,
        taken: Sequence[int],
        walk: Telling,
        kind: Kind,
        name: str,
        choice: str,
        changes: Sequence[Change],
    ) -> None:
        watch.words += self.wording.page(walk, kind, name, choice, changes)
        if kind in ("ending", "coda"):
            watch.seen |= self.sights.bits[Sight("coda" if kind == "coda" else "ending", name)]
            text = self.story.endings[name].text
        elif kind == "passage":
            text = self.story.scenes[name].text
        else:
            return
        if watch.failure is None and not self.wording.text(text, walk.values, walk.met):
            what = "scene" if kind == "passage" else kind
            watch.failure = Failure(f"the {what} {name} shows an empty page", len(taken))

    def _trip(self, asked: Asked, taken: Sequence[int], watch: Watch, walk: Walk | None) -> Trip:
        met = self.sights.met
        scenes, closes = 0, walk.closes if walk else []
        for name in walk.met if walk else ():
            scenes += "." not in name
            watch.seen |= met[name]
        levels = array("d", (float(meter(state.values, state.met)) for _, state in closes for meter in self._meters))
        ending = walk.ending if walk and walk.over else None
        return Trip(
            asked,
            bytes(taken),
            ending.id if ending else "",
            bool(ending and ending.early),
            scenes,
            watch.words,
            watch.seen,
            levels,
            watch.failure,
            self._aims.far(asked.aims, closes, watch.inside),
        )


def _closed(scene: str, choice: Choice) -> Sight:
    return Sight("closed", f"{scene}.{choice.id}")
