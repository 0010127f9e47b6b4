"""The teacher's board: who is where, what the province believes it has, and what the teacher can do about it."""

import hmac

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from glfstory.classroom import teaching
from glfstory.classroom.room import Room
from glfstory.web.seating import places
from glfstory.web.site import Endpoint, Site, form_of, site_of, to, whole


def is_teacher(site: Site, request: Request) -> bool:
    """Whether a device has been shown the board's own address."""
    had = request.cookies.get(site.cookie(request, "board"), "")
    return hmac.compare_digest(had.encode(), site.room.store.state().secret.encode())


def next_release(room: Room) -> str:
    """What the next release opens, in words; nothing where all is released."""
    released, holds = room.store.state().released, room.lesson.holds
    titles = {season.id: season.title for season in room.stage.story.seasons}
    if released == 0:
        return "Begin"
    return f"Release {titles[holds[released - 1]]}" if released <= len(holds) else ""


async def board(request: Request) -> Response:
    """The board; its own address, with the key, lets a browser in."""
    site = site_of(request)
    state = site.room.store.state()
    key = request.query_params.get("key")
    if key is not None and hmac.compare_digest(key.encode(), state.secret.encode()):
        answer = to("/board")
        answer.set_cookie(site.cookie(request, "board"), key, httponly=True, samesite="strict")
        return answer
    if not is_teacher(site, request):
        raise HTTPException(
            403, "The board is the teacher's. Its address stands in the window in which the class runs."
        )
    room = site.room
    return site.html(
        "board.html",
        places=places(room),
        address=address(request),
        state=state,
        years=room.years(),
        titles={season.id: season.year for season in room.stage.story.seasons},
        unit=unit_of(room),
        release=next_release(room),
        token=site.token(request, "board"),
        version=_version(room),
    )


def unit_of(room: Room) -> str:
    """The unit of what is said."""
    ledger = room.stage.story.ledger
    return room.stage.story.variables[ledger.said].unit if ledger else ""


def board_version(room: Room) -> str:
    """What changes when the board and the projector do; not with every page that a pupil turns."""
    state = room.store.state()
    seats = [f"{each.season}{int(each.joined)}{int(each.out)}{int(each.over)}" for each in room.store.seats()]
    filed = sum(year.brigades for year in room.years())
    return f"{state.released} {state.phase} {state.paused:d} {state.doors:d} {filed} {'.'.join(seats)}"


REDRAWN = 30
"""Seconds after which the board is drawn again, so that its minutes and decisions go on."""


def _version(room: Room) -> str:
    return f"{board_version(room)} {room.clock() // REDRAWN:.0f}"


def address(request: Request) -> str:
    """What pupils type to join."""
    return f"http://{request.url.hostname}:{request.url.port or 80}"


async def version(request: Request) -> Response:
    """Asked by the board."""
    site = site_of(request)
    if not is_teacher(site, request):
        raise HTTPException(403, "The board is the teacher's.")
    return PlainTextResponse(_version(site.room))


def _does(name: str) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        site, form = site_of(request), await form_of(request)
        token = site.token(request, "board")
        if not (is_teacher(site, request) and hmac.compare_digest(form.get("token", "").encode(), token.encode())):
            raise HTTPException(403, "The board is the teacher's.")
        try:
            _do(site.room, name, form)
            if name == "end":
                site.prepare_end()
        except KeyError as error:
            raise HTTPException(404, "There is no such seat.") from error
        return to("/board")

    return endpoint


def _do(room: Room, name: str, form: dict[str, str]) -> None:
    """What a button of the board does. Raises KeyError where there is no such seat."""
    match name:
        case "release" if teaching.may_release(room, whole(form, "released")):
            teaching.release(room, bring_along=form.get("along") == "1")
        case "pause":
            teaching.pause(room, paused=form.get("paused") == "1")
        case "doors":
            teaching.doors(room, are_open=form.get("open") == "1")
        case "along":
            teaching.bring_along(room, whole(form, "seat"))
        case "free":
            teaching.free(room, whole(form, "seat"))
        case "end" if room.store.state().phase == "play":
            teaching.end(room)
        case "show" if room.store.state().phase == "guess":
            teaching.show(room)


ACTS = ("release", "pause", "doors", "along", "free", "end", "show")
ROUTES = [
    Route("/board", board),
    Route("/board/version", version),
    *(Route(f"/board/{name}", _does(name), methods=["POST"]) for name in ACTS),
]
