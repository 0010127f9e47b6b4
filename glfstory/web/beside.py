"""What a pupil may open beside the story: the ledgers, the village, the chronicle, the record, the run's code."""

from functools import wraps

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from glfstory.debrief.papers import papers as papers_of
from glfstory.pages.archive import card, disputed, find, open_names
from glfstory.pages.chronicle import chronicle
from glfstory.pages.code import run_code
from glfstory.pages.ledger import ledger
from glfstory.pages.links import KINDS, is_of, links
from glfstory.pages.sitting import Sitting
from glfstory.pages.village import village
from glfstory.web.charts import bars
from glfstory.web.pupil import note_of
from glfstory.web.site import Endpoint, Seated, Site, seated
from glfstory.web.views import sitting_at


def _sitting(site: Site, request: Request, seat: int) -> Sitting:
    short = request.cookies.get(site.cookie(request, "short"), "") == "1"
    return sitting_at(site.room, site.room.at(seat), summarised=short)


def _once_begun(show: Seated) -> Endpoint:
    """A page that opens with the class, since it tells what the class is asked first; for who stepped out, at once."""

    @wraps(show)
    def shown(site: Site, request: Request, seat: int) -> Response:
        if site.room.store.state().released or site.room.store.seat(seat).out:
            return show(site, request, seat)
        return site.html("closed.html")

    return seated(shown)


@seated
def note(site: Site, _request: Request, seat: int) -> Response:
    """What the story says of itself before it begins."""
    return site.html("note.html", note=note_of(site, site.room.at(seat)))


@_once_begun
def ledgers(site: Site, request: Request, seat: int) -> Response:
    """The two ledgers of a brigade."""
    stage, years = site.room.stage, ledger(site.room.stage, _sitting(site, request, seat).so_far)
    units = (
        {name: stage.story.variables[name].unit for name in (stage.story.ledger.said, stage.story.ledger.left)}
        if (stage.story.ledger)
        else {}
    )
    said = list(units.values())
    return site.html(
        "ledger.html", years=years, bars=bars(years), unit=said[0] if said else "", a_head=said[-1] if said else ""
    )


@_once_begun
def homes(site: Site, request: Request, seat: int) -> Response:
    """The village, household by household."""
    sitting = _sitting(site, request, seat)
    return site.html("village.html", homes=village(site.room.stage, sitting.so_far, summarised=sitting.summarised))


@seated
def decisions(site: Site, request: Request, seat: int) -> Response:
    """Every decision so far, with who took it."""
    moment, turns = _sitting(site, request, seat).so_far, site.room.store.seat(seat).turns
    return site.html("chronicle.html", entries=zip(chronicle(site.room.stage, moment), turns, strict=True))


@_once_begun
def archive(site: Site, request: Request, seat: int) -> Response:
    """The record, as far as it is open."""
    kind = request.query_params.get("kind", "facts")
    kind = kind if kind in KINDS else "facts"
    cards = [
        each for each in find(site.room.stage.story, "", _sitting(site, request, seat).reached) if is_of(each, kind)
    ]
    return site.html("archive.html", cards=cards, kind=kind, kinds=KINDS)


@_once_begun
def one_card(site: Site, request: Request, seat: int) -> Response:
    """One card of the record."""
    name, reached = request.path_params["name"], _sitting(site, request, seat).reached
    if name not in open_names(site.room.stage.story, reached):
        raise HTTPException(404, "There is no such card, or it is not open yet.")
    shown = card(site.room.stage.story, name)
    return site.html("card.html", card=shown, links=links(site.room.stage.story, shown, reached))


@_once_begun
def documents(site: Site, request: Request, seat: int) -> Response:
    """The exercise with sources, for whoever steps out of the story: what is disputed, and who says what."""
    told = disputed(site.room.stage.story, _sitting(site, request, seat).reached)
    return site.html("documents.html", cards=told, token=site.token(request), out=site.room.store.seat(seat).out)


@seated
def code(site: Site, request: Request, seat: int) -> Response:
    """The run's code, and how to go on elsewhere."""
    told = run_code(site.room.stage, site.room.run(seat))
    return site.html("code.html", told=told, seat=seat, code=site.room.store.code(seat))


@seated
def papers(site: Site, request: Request, seat: int) -> Response:
    """The papers that a run filed, once it is over, for another pair to judge by."""
    now = site.room.at(seat)
    if not now.is_over:
        raise HTTPException(404, "The papers of your village can be read when your run is over.")
    code_words = run_code(site.room.stage, now.moment.run).line or f"brigade {seat}"
    return site.html("papers.html", found=papers_of(site.room.stage, now.moment, code_words))


ROUTES = [
    Route("/seat/note", note),
    Route("/seat/papers", papers),
    Route("/seat/ledger", ledgers),
    Route("/seat/village", homes),
    Route("/seat/chronicle", decisions),
    Route("/seat/record", archive),
    Route("/seat/record/{name}", one_card),
    Route("/seat/documents", documents),
    Route("/seat/code", code),
]
