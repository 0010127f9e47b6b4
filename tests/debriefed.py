"""A debrief made by hand, with something of everything and with signs that no page may take for its own."""

from glfstory.debrief.shape import (
    Band,
    Bands,
    BandYear,
    Compared,
    Comparison,
    Debrief,
    Estimate,
    FactAndFiction,
    Figure,
    Guess,
    Ledgers,
    Measure,
    Move,
    Moved,
    Moves,
    NationRow,
    OfFact,
    OfModel,
    OfRun,
    Origin,
    OtherRoads,
    Paper,
    Papers,
    Road,
    Spread,
    Statement,
    Whole,
    Work,
    Year,
)
from glfstory.pages.words import Span

SAID = {1957: 520_000, 1958: 2_160_000, 1959: 1_400_000, 1960: 500_000, 1961: 460_000}
TRUE = {1957: 441_300, 1958: 620_000, 1959: 410_000, 1960: 352_000, 1961: 400_000}
TAKEN = {1957: 90_000, 1958: 310_000, 1959: 198_000, 1960: 120_000, 1961: 60_000}
LEFT = {1957: 566, 1958: 500, 1959: 331, 1960: 371, 1961: 610}
OFFICIAL, LATER = {1957: 195.0, 1958: 375.0, 1959: 270.0}, {1957: 195.05, 1958: 197.65, 1959: 169.7}
NASTY = "<b>Red & white</b> [/ [bold]"
TONS = "million tons"


def run(value: float, unit: str) -> Figure:
    return Figure(value, f"{value:,.0f} {unit}", OfRun("a variable"))


def fact(value: float, unit: str, *facts: str) -> Figure:
    return Figure(value, f"{value:g} {unit}", OfFact(facts))


def years(times: float = 1, origin: Origin | None = None) -> tuple[Year, ...]:
    """The five years of a road that says so many times as much."""

    def told(value: float, unit: str) -> Figure:
        return Figure(value, f"{value:,.0f} {unit}", origin or OfRun("a variable"))

    return tuple(
        Year(
            year,
            told(SAID[year] * times, "jin"),
            told(TRUE[year], "jin"),
            told(TAKEN[year] * times, "jin"),
            told(LEFT[year] / times, "jin a head"),
        )
        for year in SAID
    )


def nation() -> tuple[NationRow, ...]:
    def row(year: int, measure: Measure, value: float, says: str) -> NationRow:
        return NationRow(year, measure, fact(value, TONS, "levy"), TONS, says)

    return tuple(
        each
        for year in OFFICIAL
        for each in (
            row(year, "said", OFFICIAL[year], "as it was announced in December"),
            row(year, "true", LATER[year], "the revised series"),
            row(year, "true", LATER[year] + 2.35, "the older official series"),
            row(year, "taken", LATER[year] / 4, ""),
        )
    )


def compared() -> Comparison:
    times = "times the true harvest"
    rows = [
        Compared(
            year,
            Figure(said / TRUE[year], f"{said / TRUE[year]:.2f} {times}", OfRun("said over true")),
            (NationRow(year, "said", fact(1.9, times, "levy", "sputnik"), times, "December"),) if year < 1960 else (),
        )
        for year, said in SAID.items()
    ]
    return Comparison("overstated", "What was said of the harvest", times, tuple(rows))


def roads() -> OtherRoads:
    model = OfModel("a road")
    toll = Figure(0.61, "about 61 of the village's people", model)
    made = (
        Road("own", "your run", "As you decided.", years(), Figure(0.87, "about 87 of the village's people", model), 0),
        Road(
            "honest",
            "honest reports",
            "Every report says what was weighed.",
            years(0.6, model),
            toll,
            4,
            "By autumn 1959 the books were in other hands.",
        ),
        Road("typical", "typical reports", "Every report says what the neighbours say.", years(0.9, model), toll, 3),
        Road("neighbours", "honest neighbours", f"Red Star says what is so. {NASTY}", years(0.8, model), toll, 0),
    )
    return OtherRoads(made, "In this model, the same weather would have come to this.", ("It knows no rain by day.",))


def spread(value: float, unit: str) -> Spread:
    ends = (Figure(value * part, f"{value * part:,.0f} {unit}", OfModel("200 weathers")) for part in (0.8, 1, 1.25))
    return Spread(*ends)


def bands() -> Bands:
    made = tuple(
        Band(
            road.id,
            200,
            tuple(
                BandYear(
                    year.year,
                    spread(year.said.value, "jin"),
                    spread(year.true.value, "jin"),
                    spread(year.taken.value, "jin"),
                    spread(year.left.value, "jin a head"),
                )
                for year in road.years
            ),
            spread(61, "of the village's people"),
        )
        for road in roads().roads
    )
    return Bands(made, 200, "The weather alone moved it between 49 and 76 dead.")


def whole() -> Whole:
    return Whole(debriefed(), moves(), bands())


def moves() -> Moves:
    model = OfModel("other choices")
    up = Figure(12, "12 days more", model)
    down = Figure(-7, "7 days less", model)
    made = (
        Move(2, "Autumn 1958", "The scales", f"Send up {NASTY}", ("Say less.", "Say nothing."), up),
        Move(5, "Winter 1959", "The bowl", "Eat what is there.", ("Put half aside.",), down),
    )
    died = Figure(9, "about 9 of the village's people more", model)
    dead = (Move(2, "Autumn 1958", "The scales", "Send up what Red Star sent up.", ("Say less.",), died),)
    return Moves(
        (
            Moved("stores", "grain stores", run(41, "days"), made),
            Moved("standing", "standing", run(61, "points"), ()),
            Moved("toll", "the dead", Figure(0.87, "about 87 of the village's people", OfRun("toll")), dead, True),
        ),
        ("The field (Spring 1959)",),
        "In these scenes nothing would have been otherwise.",
        ("The weather of 1959 took 112,000 jin.",),
        (run(112_000, "jin"),),
        "Each entry was found by playing your run again with that one decision changed.",
    )


def record() -> FactAndFiction:
    levy = Statement("levy", "The levy", "The levy followed the report.", "One source says so.", "", "A note.")
    sputnik = Statement("sputnik", "Sputniks", f"A record. {NASTY}", "The sources disagree.", "disputed", "")
    riley = Work("riley", "Riley, Fields of Paper, 2003", "A book.")
    return FactAndFiction(
        (sputnik, levy),
        (Work("cairns", "Cairns, The Sputniks, 2018"), riley),
        ("The village and everyone in it.",),
        (sputnik,),
        (
            Estimate("Cairns, 2018", fact(15, "million people", "sputnik"), "from registered deaths"),
            Estimate(
                "Riley, 2003", Figure(27, "27 to 30 million people", OfFact(("levy",))), "from two censuses, & <more>"
            ),
        ),
        "No single figure is certain.",
        (riley,),
    )


def papers() -> Papers:
    marked = (Span("Harvest of "), Span("2,160,000 jin", "strong"), Span("", mark="sputnik"), Span(f" sent. {NASTY}"))
    watermark = "Fiction: Small Story, run A2C4 E6G8 J0K2"
    made = (
        Paper("wire", "telegram", "To the county, autumn 1958", (marked, (Span("Zhao."),)), watermark),
        Paper("clinic", "clinic book", "Winter 1959", ((Span("Swelling, eleven."),),), watermark),
    )
    own = years()
    return Papers(made, ("What was the harvest?",), tuple(row.true for row in own), tuple(row.year for row in own))


def debriefed() -> Debrief:
    harvests = tuple((fact(LATER[year], TONS, "levy"), fact(LATER[year] + 2.35, TONS, "sputnik")) for year in LATER)
    return Debrief(
        title="Small Story & more",
        code="A2C4 E6G8 J0K2 M4N6 P8Q0 R2S4 T6",
        ending="The end",
        is_over=True,
        says="This page lays your run beside the record. If you are in distress, speak to a person near you.",
        guess=Guess(
            "What did the whole country harvest?",
            TONS,
            tuple(LATER),
            harvests,
            tuple(("older series", "revised") for _ in LATER),
        ),
        ledgers=Ledgers(years(), nation(), (compared(),), "jin", "jin a head"),
        roads=roads(),
        record=record(),
        papers=papers(),
    )
