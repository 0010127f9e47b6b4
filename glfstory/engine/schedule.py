"""The order of a season: rules, draws and fixed scenes on the way from its opening to its close."""

from dataclasses import dataclass

from glfstory.engine.story import Draw, Scene, Season, Story


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules that run here."""

    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A fixed scene that is met here, if its condition holds."""

    scene: str


Step = Rules | Draw | Fixed


def steps(story: Story, season: Season) -> tuple[Step, ...]:
    """What happens between a season's opening and its close.

    By number; at equal numbers rules before draws before fixed scenes, and scenes by their ids.
    """
    found: list[tuple[float, int, str, Step]] = [(-float("inf"), 0, "", Rules(season.open))]
    found += [(number, 0, "", Rules(rules)) for number, rules in season.at]
    found += [(draw.at, 1, "", draw) for draw in season.draws]
    for scene in story.scenes.values():
        if scene.order is not None and comes_in(scene, season):
            found.append((scene.order, 2, scene.id, Fixed(scene.id)))
    return tuple(step for *_, step in sorted(found, key=lambda row: row[:3]))


def storylets(story: Story, season: Season) -> tuple[str, ...]:
    """The storylets that may be drawn in a season, by id."""
    return tuple(sorted(scene.id for scene in story.scenes.values() if scene.weight and comes_in(scene, season)))


def comes_in(scene: Scene, season: Season) -> bool:
    """Whether the scene may be met in that season."""
    return not scene.seasons or season.id in scene.seasons
