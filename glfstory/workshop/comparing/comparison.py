"""Two versions of a story side by side: the changes, the words, and how often runs end in which way."""

from dataclasses import dataclass

from glfstory.engine.release import play_hash
from glfstory.engine.story import Story
from glfstory.exploring.playtest.odds import Moved, Odds, moved
from glfstory.exploring.playtest.playing import playtest
from glfstory.exploring.playtest.trip import RANDOM
from glfstory.exploring.sampling import Progress
from glfstory.workshop.comparing.changes import Change, compare
from glfstory.workshop.comparing.wording import paragraph, text


@dataclass(frozen=True, slots=True)
class Odd:
    """How often random runs of each version came to an ending."""

    ending: str
    title: str
    before: Odds
    now: Odds
    is_moved: bool
    """Whether by more than chance explains: the intervals share nothing."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of it."""

    old: Story
    new: Story
    changes: tuple[Change, ...]
    words: tuple[int, int]
    """Words of all texts that a player may read, before and now."""
    runs: int
    """Random runs of each; 0 where none were needed."""
    seed: int
    endings: tuple[Odd, ...]
    """Empty where both versions play alike."""

    @property
    def is_same(self) -> bool:
        """Whether a player would notice nothing."""
        return not self.changes


def comparison(
    old: Story, new: Story, runs: int, *, seed: int = 0, jobs: int = 1, progress: Progress | None = None
) -> Comparison:
    """Compares them. Both are played under the same seeds; where they play alike, no run is needed to know the odds."""
    words = (words_of(old), words_of(new))
    if play_hash(old) == play_hash(new):
        return Comparison(old, new, compare(old, new), words, 0, seed, ())

    def played(story: Story, first: int) -> dict[str, Odds]:
        def heard(done: int, _total: int) -> None:
            if progress is not None:
                progress(first + done, 2 * runs)

        return playtest(story, [RANDOM], runs, seed=seed, jobs=jobs, progress=heard).groups[0].endings

    before, now = played(old, 0), played(new, runs)
    apart = moved({RANDOM: before}, {RANDOM: now}, 0)
    none = Odds(0, runs)
    titles = {name: each.title for story in (old, new) for name, each in story.endings.items() if not each.coda}
    rows = [
        Odd(name, title, before.get(name, none), now.get(name, none), _is_among(apart, name))
        for name, title in titles.items()
    ]
    rows.sort(key=lambda row: (-row.now.count, -row.before.count, row.ending))
    return Comparison(old, new, compare(old, new), words, runs, seed, tuple(rows))


def _is_among(apart: tuple[Moved, ...], ending: str) -> bool:
    return any(each.ending == ending for each in apart)


def words_of(story: Story) -> int:
    """The words of all texts of seasons, scenes, choices and endings, in all their versions."""
    texts = [each for season in story.seasons for each in (season.text, season.turn)]
    texts += [ending.text for ending in story.endings.values()]
    lines: list[str] = []
    for scene in story.scenes.values():
        texts += [scene.text, *(choice.then for choice in scene.choices)]
        lines += [paragraph(choice.say) for choice in scene.choices]
    lines += [line for told in texts for line in text(told) if not line.startswith("if ")]
    return sum(len(line.split()) for line in lines)
