"""Everything that a small story can show, by trying every choice under many seeds."""

from collections.abc import Iterable
from itertools import product

from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Story
from glfstory.engine.walk import Walk
from glfstory.exploring.playtest.sights import Sight


def seen_by_trying(story: Story, seeds: Iterable[int], length: str = "full") -> set[Sight]:
    """Every sight of every run under these seeds and all options."""
    stage, seen = Stage(story), set[Sight]()
    words = [[(option.id, word) for word in option.words] for option in story.options.values()]
    for seed in seeds:
        for options in product(*words):
            _try(Walk(stage, seed, Setup(dict(options), length)), seen)
    return seen


def _try(walk: Walk, seen: set[Sight]) -> None:
    walk.advance()
    seen |= {Sight("choice" if "." in name else "scene", name) for name in walk.met}
    if walk.over and walk.ending is not None:
        seen.add(Sight("ending", walk.ending.id))
        for coda in walk.stage.codas:
            if walk.stage.program.holds(coda.when, walk.values, walk.met):
                seen.add(Sight("coda", coda.id))
    for choice in walk.open_choices():
        other = walk.copy()
        other.choose(choice.id)
        _try(other, seen)
