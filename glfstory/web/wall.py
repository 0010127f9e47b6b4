"""What the projector shows: never a seat, and what was true only at the end."""

import io

import segno
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from glfstory.web.board import address, board_version, is_teacher, next_release, unit_of
from glfstory.web.charts import amount, believed_bars, province_bars
from glfstory.web.site import Site, site_of


def _only_teacher(request: Request) -> Site:
    site = site_of(request)
    if not is_teacher(site, request):
        raise HTTPException(403, "The projector is opened from the board.")
    return site


async def projector(request: Request) -> Response:
    """The view for the whole class."""
    site = _only_teacher(request)
    room = site.room
    state, seats, until = room.store.state(), room.store.seats(), room.until()
    version = f"{board_version(room)} {sum(map(room.store.guessed, range(1, len(seats) + 1)))}"
    if state.phase == "shown":
        found = site.outcome()
        return site.html(
            "wall_end.html", found=found, bars=province_bars(found), amount=amount, linked=False, version=version
        )
    years, labels = room.told(), {season.id: season.year for season in room.stage.story.seasons}
    return site.html(
        "wall.html",
        state=state,
        address=address(request),
        free=sum(not seat.joined for seat in seats),
        taken=sum(seat.joined for seat in seats),
        waiting=sum(seat.joined and seat.season >= until for seat in seats),
        over=sum(seat.joined and seat.over for seat in seats),
        guessed=sum(room.store.guessed(seat.number) for seat in seats),
        next=next_release(room),
        years=years,
        bars=believed_bars(years, labels, unit_of(room)),
        version=version,
    )


async def version(request: Request) -> Response:
    """Asked by the projector."""
    site = _only_teacher(request)
    guessed = sum(site.room.store.guessed(seat.number) for seat in site.room.store.seats())
    return Response(f"{board_version(site.room)} {guessed}", media_type="text/plain")


async def code(request: Request) -> Response:
    """The square code to join by."""
    site = _only_teacher(request)
    url = f"{request.url.scheme}://{request.url.netloc}/?word={site.room.store.state().word}"
    drawn = io.BytesIO()
    segno.make(url, error="m").save(drawn, kind="svg", xmldecl=False, light="#fff", border=3)
    return Response(drawn.getvalue(), media_type="image/svg+xml")


ROUTES = [Route("/projector", projector), Route("/projector/version", version), Route("/projector/code.svg", code)]
