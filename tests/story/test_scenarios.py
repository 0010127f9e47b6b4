"""The seven roads that the history of the causes asks for come out as it says."""

from functools import cache

from tests.story.scenarios import Road

BASELINE = 6.3
"""Deaths of a hundred people in four years without hunger."""


@cache
def typical() -> Road:
    return Road("typical")


@cache
def honest() -> Road:
    return Road("honest")


def test_1_all_honest_in_a_hard_county_is_removed_and_deaths_stay_high() -> None:
    assert honest().share("post == 'dismissed'", "1959-autumn") > 0.9
    assert honest().mean("reported_1959 / max(harvest_1959, 1)") > 1.4, "the successor writes the typical figure"
    assert 100 * honest().mean("toll") - BASELINE > 1.5


def test_2_honest_once_and_quiet_after_survives_best_and_is_not_praised() -> None:
    quiet = Road(
        "modest",
        {
            "the-pot-list": "written",
            "hands-for-the-hills": "names",
            "the-scales-1958": "honest",
            "say-it-again": "hold",
            "the-second-paper": "potatoes",
            "the-search": "evening",
            "the-letter-read-aloud": "back",
            "smoke-again": "zhou",
            "the-meeting-turns": "stoves",
            "the-scales-1959": "modest",
            "how-it-is-shared": "need",
            "the-granary-door": "early",
            "the-dam-list": "names",
            "the-sowing": "vines",
            "the-green-wheat": "pond",
        },
    )
    assert quiet.share("post == 'secretary'", "1959-autumn") > 0.8
    assert quiet.mean("toll") < min(honest().mean("toll"), typical().mean("toll"))
    assert quiet.mean("standing") < typical().mean("standing")


def test_3_a_sputnik_and_then_the_truth_pays_for_the_sputnik() -> None:
    late = Road("honest", {"the-scales-1958": "sputnik", "the-ruler": "boards", "smoke-again": "stand"})
    assert late.mean("quota / harvest", "1959-autumn") > honest().mean("quota / harvest", "1959-autumn") + 0.08
    assert late.mean("toll") > honest().mean("toll")


def test_4_padding_hiding_and_green_wheat_keep_people_alive_and_are_seen() -> None:
    hiding = Road(
        "modest",
        {
            "the-search": "evening",
            "the-second-paper": "potatoes",
            "the-other-book": "guilan",
            "the-granary-door": "early",
            "the-sowing": "vines",
            "the-green-wheat": "pond",
            "the-dam-list": "names",
        },
    )
    assert hiding.mean("toll") < typical().mean("toll")
    assert hiding.mean("suspicion", "1960-summer") > 2 * typical().mean("suspicion", "1960-summer")


def test_5_who_complies_throughout_is_promoted_in_1959_and_tried_in_1961() -> None:
    complying = Road("typical", {"called-to-town": "go"})
    assert complying.share("seen('called-to-town')") > 0.2
    assert complying.share("not seen('called-to-town') or post == 'commune'", "1959-spring") == 1
    assert complying.share("examined and post != 'commune'") == 1


def test_6_weather_alone_is_no_famine() -> None:
    alone = (("honest_neighbours", 1), ("drafted", 0), ("field_loss", 0), ("halls", 0), ("land", 1900))
    roads = Road("plain", {"hands-for-the-hills": "names"}, constants=alone)
    worst = max(float(value) for value in roads.each("100 * toll"))
    assert worst < 2 * BASELINE
    dry = Road("plain", constants=(*alone, ("weather_yield", 0.83)))
    assert 100 * dry.mean("toll") < 3 * BASELINE, "four droughts in a row are a hard time, and no famine"


def test_7_after_august_1959_the_truth_costs_the_post_and_saves_little() -> None:
    corrected = Road("typical", {"smoke-again": "beam"})
    assert corrected.mean("standing", "1959-summer") > typical().mean("standing", "1959-summer") - 8
    assert corrected.mean("quota", "1959-autumn") < 0.97 * typical().mean("quota", "1959-autumn")
    told = Road("modest", {"the-scales-1959": "honest", "who-stands-behind-you": "keep"})
    padded = Road("modest", {"the-scales-1959": "modest"})
    assert told.share("post == 'dismissed'", "1959-autumn") > 0.9
    assert told.mean("quota", "1959-autumn") > 0.9 * padded.mean("quota", "1959-autumn")
