"""Scenes as machine players meet them: what a scene shows and where each choice leads, looked up once for all runs."""

from array import array
from dataclasses import dataclass, field

from glfstory.engine.program import Action, Met, Values
from glfstory.engine.ready import Offer
from glfstory.engine.stage import Stage
from glfstory.engine.story import Choice, Scene, Value
from glfstory.exploring.playtest.sights import Sight, Sights
from glfstory.exploring.words import Count, Wording, conditions_of, count_of, offered


@dataclass(slots=True)
class Way:
    """An open choice, in a scene that waits for a decision with every condition in it answered."""

    offer: Offer
    met: str
    """The id under which it is kept that it was taken."""
    place: int
    """Among the open choices, from 0."""
    act: Action
    words: int
    """Words of the scene, with the choices that it shows."""
    then: Count | None
    """Counts the words that follow the choice, where there are any."""
    sights: bytes
    """The scene, the choices that it shows closed, and this one: their numbers as an array holds them."""
    to: "Meeting | None"
    """The scene that waits next, where the choice leads straight to one and nothing else happens between."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A scene that waits for a decision, with every condition in it answered."""

    scene: Scene
    ways: tuple[Way, ...]
    """The open choices."""
    shown: tuple[int, ...]
    """The sights of the scene and of the choices that it shows closed."""
    fails: str
    """What is wrong with it; an empty string where nothing is."""
    preferred: dict[str, tuple[Way, ...]] = field(default_factory=dict)
    """Those among which each policy chooses, as far as policies have come here."""


class Turns(dict[tuple[Value, ...], Turn]):
    """The turns of a scene by the answers of its conditions, each made when it first comes."""

    def __init__(self, meeting: "Meeting") -> None:
        super().__init__()
        self._meeting = meeting

    def __missing__(self, answers: tuple[Value, ...]) -> Turn:
        made = self[answers] = self._meeting.turn(answers)
        return made


class Meeting:
    """A scene with choices. One function asks all conditions of its text and its choices; each answer has its turn."""

    def __init__(self, meetings: "Meetings", scene: Scene) -> None:
        self.id, self.scene, self._meetings = scene.id, scene, meetings
        self._about_text = conditions_of(scene.text)
        asked = (*self._about_text, *(each.when for each in scene.choices if each.when is not None))
        self.asks, self.turns = meetings.stage.program.answers(asked), Turns(self)

    def turn(self, answers: tuple[Value, ...]) -> Turn:
        """The scene with its conditions answered so."""
        scene, sights = self.scene, self._meetings.sights.places
        text, rest = count_of(scene.text, answers), iter(answers[len(self._about_text) :])
        is_open = [each.when is None or bool(next(rest)) for each in scene.choices]
        free = [each for each, is_free in zip(scene.choices, is_open, strict=True) if is_free]
        shut = [Sight("closed", f"{scene.id}.{each.id}") for each in scene.choices if each not in free]
        shown = (sights[Sight("scene", scene.id)], *(sights[each] for each in shut if each in sights))
        words = text + offered(scene, is_open)
        ways = tuple(self._way(each, place, words, shown) for place, each in enumerate(free))
        blank, stuck = f"the scene {scene.id} shows an empty page", f"the scene {scene.id} has no open choice"
        return Turn(scene, ways, shown, blank if not text else "" if free else stuck)

    def _way(self, choice: Choice, place: int, words: int, shown: tuple[int, ...]) -> Way:
        meetings, stage = self._meetings, self._meetings.stage
        offer = stage.stand(self.id).offers[choice.id]
        then = meetings.wording.count(choice.then) if choice.then else None
        to = offer.scene if offer.scene and offer.scene.choices and not stage.stand(offer.scene.id).inputs else None
        sights = array("I", (*shown, meetings.sights.met[offer.met])).tobytes()

        def first_act(values: Values, met: Met) -> None:
            """Puts what it does in its own place, so that only effects are compiled that happen."""
            way.act = stage.program.action(choice.do)
            way.act(values, met)

        way = Way(offer, offer.met, place, first_act, words, then, sights, meetings.of(to) if to else None)
        return way


class Meetings:
    """All scenes of a stage, each set up when players first come to it."""

    def __init__(self, stage: Stage, sights: Sights) -> None:
        self.stage, self.sights, self.wording = stage, sights, Wording(stage)
        self._made: dict[str, Meeting] = {}

    def of(self, scene: Scene) -> Meeting:
        """The meeting of a scene with choices."""
        made = self._made.get(scene.id)
        if made is None:
            made = self._made[scene.id] = Meeting(self, scene)
        return made
