"""The end of a class: everyone's guess, and then the ledgers of the province."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from glfstory.classroom.room import Refused
from glfstory.web.charts import amount, province_bars
from glfstory.web.site import Site, posted, seated, to

MOST = 1000
"""The most that a guess may be, of a hundred."""


@seated
def guess(site: Site, request: Request, seat: int) -> Response:
    """Asks what there was, of what was reported."""
    if site.room.store.state().phase != "guess" or site.room.store.guessed(seat):
        return to("/seat")
    labels = {season.id: season.year for season in site.room.stage.story.seasons}
    return site.html("guess.html", years=site.room.years(), labels=labels, amount=amount, token=site.token(request))


@posted
def guessed(site: Site, _request: Request, seat: int, form: dict[str, str]) -> Response:
    """Keeps a guess; years that are left blank are not guessed."""
    values = {}
    for year in site.room.years():
        text = form.get(year.season, "").strip()
        if text:
            if not (text.isascii() and text.isdecimal() and len(text) < 5 and int(text) <= MOST):
                raise HTTPException(400, f"A guess is a whole number from 0 to {MOST}.")
            values[year.season] = year.said * int(text) / 100
    try:
        site.room.guess(seat, values)
    except Refused as refused:
        raise HTTPException(409, str(refused)) from refused
    return to("/seat")


@seated
def province(site: Site, _request: Request, _seat: int) -> Response:
    """The ledgers of the province, once they are open."""
    if site.room.store.state().phase != "shown":
        return to("/seat")
    found = site.outcome()
    return site.html("province.html", found=found, bars=province_bars(found), amount=amount, linked=True)


ROUTES = [
    Route("/seat/guess", guess),
    Route("/seat/guessed", guessed, methods=["POST"]),
    Route("/seat/province", province),
]
