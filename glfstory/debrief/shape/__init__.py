"""The debrief as plain data: every number in it carries where it comes from, the run, a fact or the model."""

from glfstory.debrief.shape.figures import Figure, OfFact, OfModel, OfRun, Origin
from glfstory.debrief.shape.ledgers import Compared, Comparison, Guess, Ledgers, Measure, NationRow, Year
from glfstory.debrief.shape.moves import Move, Moved, Moves
from glfstory.debrief.shape.papers import Paper, Papers
from glfstory.debrief.shape.record import Estimate, FactAndFiction, Statement, Work
from glfstory.debrief.shape.roads import Band, Bands, BandYear, OtherRoads, Road, Spread
from glfstory.debrief.shape.whole import Debrief, Whole

__all__ = [
    "Band",
    "BandYear",
    "Bands",
    "Compared",
    "Comparison",
    "Debrief",
    "Estimate",
    "FactAndFiction",
    "Figure",
    "Guess",
    "Ledgers",
    "Measure",
    "Move",
    "Moved",
    "Moves",
    "NationRow",
    "OfFact",
    "OfModel",
    "OfRun",
    "Origin",
    "OtherRoads",
    "Paper",
    "Papers",
    "Road",
    "Spread",
    "Statement",
    "Whole",
    "Work",
    "Year",
]
