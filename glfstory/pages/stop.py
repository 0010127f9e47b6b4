"""The page for whoever stops in the middle: how the village stands, and what to do if this history weighs on one."""

from dataclasses import dataclass

from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.pages.ledger import LedgerYear, ledger
from glfstory.pages.meters import season_strip
from glfstory.pages.village import Home, village

WEIGHS = (
    "If this history weighs on you, leave it for another day; nothing here runs out. It helps to speak about it with "
    "someone you trust, and if it is your own family's, with someone who was there. If you are in distress, speak to a "
    "person near you, a doctor, or a crisis line where you live."
)
WORDS = (("here", "Here"), ("left", "Left"), ("taken", "Taken away"), ("dead", "Dead"))


@dataclass(frozen=True, slots=True)
class Stop:
    """How the village stands where somebody stops."""

    season: str
    homes: tuple[tuple[str, str], ...]
    """Each household with what became of everyone in it, by name."""
    years: tuple[LedgerYear, ...]
    kept: str
    """Whether the run is kept, in one sentence."""
    weighs: str = WEIGHS


def stop(stage: Stage, moment: Moment, *, keeps: bool) -> Stop:
    """The village at a moment; `keeps` says whether the run is kept."""
    now = next((mark.id for mark in season_strip(stage, moment.state) if mark.when == "now"), "")
    season = next((each.title for each in stage.story.seasons if each.id == now), "")
    kept = (
        "This run is kept as it stands; it goes on from here whenever you want."
        if keeps
        else f"This run is not kept; its seed is {moment.run.seed}."
    )
    homes = tuple((home.title, _people(home)) for home in village(stage, moment))
    return Stop(season, homes, ledger(stage, moment), kept)


def _people(home: Home) -> str:
    """`Here: Li Ming, Li Hua. Dead: Grandmother Li (Winter 1958).`."""
    told = []
    for fate, word in WORDS:
        names = [
            f"{each.name} ({each.since})" if fate != "here" and each.since else each.name
            for each in home.residents
            if each.fate == fate
        ]
        if names:
            told.append(f"{word}: {', '.join(names)}.")
    return " ".join(told) or "Nobody."
