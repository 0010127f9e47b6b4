"""Tells eight roads through Two Ledgers as Markdown, into this folder: python -m docs.transcripts.make.

Each is played by a policy of the story, under the first seed on which it goes where it is wanted and comes to an ending
that none before it has.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from glfstory.engine.run import replay
from glfstory.engine.stage import Stage
from glfstory.exporting.transcript import as_markdown
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story
from tests.roads import played

HERE = Path(__file__).parent
SEEDS = 500
"""Seeds after which a road is given up."""


@dataclass(frozen=True)
class Road:
    """A run that is wanted."""

    name: str
    policy: str
    met: frozenset[str] = frozenset()
    """Scenes or choices that must be met."""
    not_met: frozenset[str] = frozenset()


WHITE_FLAG, DESK = frozenset({"the-white-flag.leave"}), frozenset({"called-to-town.go"})
ROADS = (
    Road("honest", "honest", not_met=WHITE_FLAG),
    Road("modest", "modest"),
    Road("typical", "typical", not_met=DESK),
    Road("zealous", "zealous", not_met=DESK),
    Road("concealing", "concealing"),
    Road("silent", "silent"),
    Road("dismissed-early", "honest", met=WHITE_FLAG),
    Road("promoted", "zealous", met=DESK),
)


def main() -> None:
    """Plays and writes them."""
    story = read(shipped_story()).story
    if story is None:
        sys.exit("The story has errors: run `glfstory check`.")
    stage, endings = Stage(story), set[str]()
    for road in ROADS:
        for seed in range(1958, 1958 + SEEDS):
            run = played(stage, road.policy, seed)
            moment = replay(stage, run)
            met, ending = moment.state.met, next(page.ending for page in moment.pages if page.kind == "ending")
            if road.met <= met and not road.not_met & met and ending not in endings:
                endings.add(ending)
                (HERE / f"{road.name}.md").write_text(as_markdown(stage, run), encoding="utf-8", newline="\n")
                print(f"{road.name}: seed {seed}, {ending}")
                break
        else:
            sys.exit(f"No seed from 1958 up to {1958 + SEEDS} takes the road {road.name} to an ending of its own.")


if __name__ == "__main__":
    main()
