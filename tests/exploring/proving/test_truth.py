"""Verdicts are held against what trying every run shows, in stories that are made up by the machine."""

from hypothesis import given, settings
from hypothesis import strategies as st

from glfstory.engine.run import replay
from glfstory.engine.stage import Stage
from glfstory.exploring.proving.plan import Plan
from glfstory.exploring.proving.proof import OPEN, Effort, Proof, Verdict, prove
from glfstory.exploring.proving.search import Search
from glfstory.exploring.proving.spread import Spread
from tests.exploring.proving.brute import seen_by_trying
from tests.exploring.proving.made import Maker

LITTLE = Effort(runs=20, hunt=100, states=20_000, seeds=200)
SEEDS = range(8)
numbers = st.integers(0, 2**32)


def holds(proof: Proof, verdict: Verdict) -> bool:
    """Whether the run of a verdict comes to what it is about, played as a player would."""
    if verdict.run is None:
        return False
    moment = replay(Stage(proof.story), verdict.run)
    sight = verdict.sight
    if moment.broken is not None:
        return False
    if sight.kind in ("ending", "coda"):
        return sight.id in [page.ending for page in moment.pages]
    return sight.id in moment.state.met


@settings(max_examples=80, deadline=None)
@given(numbers)
def test_no_verdict_claims_more_than_is_so(number: int) -> None:
    told = Maker(number).story()
    proof = prove(told, LITTLE)
    tried = seen_by_trying(told, SEEDS)
    for verdict in proof.verdicts:
        if verdict.state == "reachable":
            assert holds(proof, verdict), verdict
        elif verdict.state == "unreachable":
            assert verdict.sight not in tried, verdict
        assert verdict.state != "unknown" or verdict.says.startswith(OPEN), "a small space is searched to its end"


@settings(max_examples=80, deadline=None)
@given(numbers, st.sampled_from(["full", "short"]))
def test_ranges_and_the_search_lose_nothing_that_a_run_can_show(number: int, length: str) -> None:
    told = Maker(number).story()
    tried = {sight.id for sight in seen_by_trying(told, SEEDS, length)}
    spread = Spread(Plan(Stage(told), length))
    assert tried <= spread.sights
    found = Search(spread, spread.sights | {"nothing"}).go(50_000)
    assert found.complete
    assert tried <= found.seen
    assert found.seen <= spread.sights


@settings(max_examples=60, deadline=None)
@given(numbers)
def test_a_search_that_leaves_most_open_loses_nothing_either(number: int) -> None:
    told = Maker(number).story()
    spread = Spread(Plan(Stage(told), "full"))
    exact = Search(spread, spread.sights | {"nothing"}).go(50_000)
    for sight in sorted(exact.seen)[number % 3 :: 3]:
        loose = Search(spread, {sight}, spread.asked_by(sight)).go(50_000)
        assert sight in loose.seen


@settings(max_examples=40, deadline=None)
@given(numbers)
def test_looking_for_one_thing_finds_it_where_looking_for_all_does(number: int) -> None:
    told = Maker(number).story()
    spread = Spread(Plan(Stage(told), "full"))
    seen = Search(spread, spread.sights | {"nothing"}).go(50_000).seen
    for sight in sorted(spread.sights)[number % 7 :: 7]:
        assert (sight in Search(spread, {sight}).go(50_000).seen) == (sight in seen)
