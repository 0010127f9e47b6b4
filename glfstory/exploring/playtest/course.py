"""A story set up for being played many times by machine: each run watched for words, sights, meters and clamps."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from glfstory.engine.fates import Change
from glfstory.engine.page import Kind
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.engine.telling import Telling
from glfstory.engine.walk import Walk
from glfstory.exploring.playtest.aims import Aim, Aims
from glfstory.exploring.playtest.clamps import Clamps, causes_of
from glfstory.exploring.playtest.deciding import Decides, player
from glfstory.exploring.playtest.meeting import Meeting, Meetings, Way
from glfstory.exploring.playtest.sights import Sight, Sights
from glfstory.exploring.playtest.trip import Asked, Failure, Trip


@dataclass(slots=True)
class Watch:
    """What is noted while a run goes on."""

    decides: Decides
    aims: Mapping[str, list[tuple[int, Aim]]]
    """Those that are asked for inside a scene."""
    path: list[Way] = field(default_factory=list)
    """Every decision."""
    words: int = 0
    """Without those of scenes with choices, which the path tells."""
    shown: list[int] = field(default_factory=list)
    """Sights that the path does not tell."""
    levels: "array[float]" = field(default_factory=lambda: array("d"))
    failure: Failure | None = None
    inside: dict[int, float] = field(default_factory=dict)
    """How far each aim was where its scene waited for a decision."""

    def fails(self, says: str) -> None:
        """Notes the first failure."""
        self.failure = self.failure or Failure(says, len(self.path))


class Course:
    """Plays runs one after the other. `clamps` adds up over all of them."""

    def __init__(self, story: Story) -> None:
        self.story, self.sights = story, Sights(story)
        self._seasons = [season.id for season in story.seasons]
        self.clamps = Clamps(causes_of(story), self._seasons)
        self.stage = Stage(story, held=self.clamps.held)
        self.meetings = Meetings(self.stage, self.sights)
        self._wording = self.meetings.wording
        self._meters = self.stage.program.answers(story.meters)
        self._aims = Aims(self.stage)

    def play(self, asked: Asked) -> Trip:
        """A run to its end, or to where it fails."""
        watch = Watch(player(asked, self.story.policies), self._aims.by_scene(asked.aims))

        def told(walk: Telling, kind: Kind, name: str, _choice: str, changes: tuple[Change, ...]) -> None:
            if kind != "passage" or not self.story.scenes[name].choices:
                self._look(watch, walk, kind, name, changes)

        def closed(walk: Telling) -> None:
            watch.levels.extend(map(float, self._meters(walk.values, walk.met)))

        self.clamps.begin()
        walk: Walk | None = None
        try:
            closes = self._seasons if asked.aims else ()
            walk = Walk(self.stage, asked.seed, asked.setup, closes=closes, told=told, closed=closed)
            self.clamps.follow(walk)
            self._go(walk, watch)
        except Exception as error:  # whatever a story can make go wrong is what is looked for here
            where = f" in {walk.season.id}" if walk else ""
            watch.fails(f"{type(error).__name__}{where}: {error}")
        return self._trip(asked, watch, walk)

    def _go(self, walk: Walk, watch: Watch) -> None:
        walk.advance()
        while walk.scene is not None:
            way = self._along(self.meetings.of(walk.scene), walk, watch)
            if way is None:
                return
            walk.leave(way.offer)
            walk.advance()
        if walk.ending is None:
            watch.fails("the run is over without an ending")

    @staticmethod
    def _along(meeting: Meeting, walk: Walk, watch: Watch) -> Way | None:
        """Decides in a scene, and in those that follow on it at once; the last way taken, none where none is open.

        This is what `Walk.choose` does, without looking up again what is known.
        """
        values, met, decides, path, aims = walk.values, walk.met, watch.decides, watch.path, watch.aims
        while True:
            turn = meeting.turns[meeting.asks(values, met)]
            if aims:
                for place, aim in aims.get(meeting.id, ()):
                    watch.inside[place] = aim.at_scene(values, met)
            if turn.fails:
                watch.fails(turn.fails)
                if not turn.ways:
                    watch.shown += turn.shown
                    return None
            way = decides(turn)
            path.append(way)
            met.add(way.met)
            way.act(values, met)
            if way.then is not None:
                watch.words += way.then(values, met)
            following = way.to
            if following is None or following.id in met:
                return way
            met.add(following.id)
            meeting = following

    def _look(self, watch: Watch, walk: Telling, kind: Kind, name: str, changes: Sequence[Change]) -> None:
        """Notes a page that comes by itself."""
        words = self._wording.page(walk, kind, name, "", changes)
        watch.words += words
        if kind == "coda" or kind == "ending":
            watch.shown.append(self.sights.places[Sight(kind, name)])
        elif kind == "passage":
            watch.shown.append(self.sights.met[name])
        if not words and kind in ("passage", "coda", "ending"):
            watch.fails(f"the {'scene' if kind == 'passage' else kind} {name} shows an empty page")

    def _trip(self, asked: Asked, watch: Watch, walk: Walk | None) -> Trip:
        path, met = watch.path, walk.met if walk else set[str]()
        seen = array("I", b"".join([way.sights for way in path]))
        seen.extend(watch.shown)
        if watch.failure is not None:  # the last scene may have been left without a decision
            seen = array("I", sorted({*seen, *(self.sights.met[name] for name in met)}))
        ending = walk.ending if walk and walk.over else None
        return Trip(
            asked,
            bytes([way.place for way in path]),
            ending.id if ending else "",
            bool(ending and ending.early),
            len(met) - len(path),
            watch.words + sum([way.words for way in path]),
            seen,
            watch.levels,
            watch.failure,
            self._aims.far(asked.aims, walk.closes if walk else [], watch.inside),
        )
