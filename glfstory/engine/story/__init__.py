"""The played story: frozen data, linked by ids, its expressions kept as checked source text."""

from glfstory.engine.story.aftermath import TOLL, Aftermath, NationalFigure, OtherRoad, Paper
from glfstory.engine.story.calibration import Measure, Relation
from glfstory.engine.story.model import Assign, Chance, Constant, Effects, Guard, Rule, Value, Variable, assigned
from glfstory.engine.story.people import Household, Member
from glfstory.engine.story.record import Claim, Event, Fact, Source, Term
from glfstory.engine.story.scenes import Choice, Draw, Ending, Scene, Season
from glfstory.engine.story.text import Block, Insert, Mark, OneOf, Paragraph, Style, Text, Words
from glfstory.engine.story.whole import Input, Ledger, Length, Option, Pack, Story

__all__ = [
    "TOLL",
    "Aftermath",
    "Assign",
    "Block",
    "Chance",
    "Choice",
    "Claim",
    "Constant",
    "Draw",
    "Effects",
    "Ending",
    "Event",
    "Fact",
    "Guard",
    "Household",
    "Input",
    "Insert",
    "Ledger",
    "Length",
    "Mark",
    "Measure",
    "Member",
    "NationalFigure",
    "OneOf",
    "Option",
    "OtherRoad",
    "Pack",
    "Paper",
    "Paragraph",
    "Relation",
    "Rule",
    "Scene",
    "Season",
    "Source",
    "Story",
    "Style",
    "Term",
    "Text",
    "Value",
    "Variable",
    "Words",
    "assigned",
]
