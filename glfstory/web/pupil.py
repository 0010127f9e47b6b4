"""The pupil's way through a class: joining, reading, deciding, waiting."""

import secrets

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from glfstory.classroom.room import Refused
from glfstory.classroom.standing import Standing
from glfstory.pages.words import screens
from glfstory.web.site import Site, address_of, form_of, posted, seated, site_of, to, whole
from glfstory.web.views import view

DAY = 86400
TROUBLES = {
    "word": "That is not the word of this class. It is written where your teacher put it.",
    "code": "There is no such seat and code. They stand at the foot of the page that you played on.",
    "often": "That was too often in a short time. Wait a few seconds, and try again.",
    "full": "All seats are taken. Share one, or ask your teacher.",
    "closed": "No new seats are given out now. Ask your teacher.",
}
"""What the door says, by a word in its address."""


async def door(request: Request) -> Response:
    """Where a pupil comes in."""
    site = site_of(request)
    if site.seat(request) is not None:
        return to("/seat")
    asked = request.query_params
    word = asked.get("word", "")
    word = word if word.isascii() and word.isalpha() and len(word) <= 8 else ""
    trouble = TROUBLES.get(asked.get("trouble", ""), "")
    return site.html("door.html", word=word, trouble=trouble, again="again" in asked)


async def join(request: Request) -> Response:
    """Takes a seat."""
    site, form = site_of(request), await form_of(request)
    if site.seat(request) is not None:
        return to("/seat")
    word = form.get("word", "").strip().casefold()
    if not secrets.compare_digest(word.encode(), site.room.store.state().word.encode()):
        return to("/?trouble=word" if site.tries.take(address_of(request)) else "/?trouble=often")
    if not site.joins.take(address_of(request)):
        return to(f"/?trouble=often&word={word}")
    try:
        _, secret = site.room.join()
    except Refused:
        return to("/?trouble=full" if site.room.store.state().doors else "/?trouble=closed")
    return _given(site, request, secret)


async def come_back(request: Request) -> Response:
    """Goes on at a seat on this device."""
    site, form = site_of(request), await form_of(request)
    if not site.tries.take(address_of(request)):
        return to("/?trouble=often")
    number, code = form.get("seat", "").strip(), form.get("code", "")
    try:
        if number:
            secret = site.room.take_over(int(number) if number.isdecimal() and len(number) < 4 else 0, code)
        else:
            secret = site.room.take_over_by_run(code)
    except Refused:
        return to("/?trouble=code")
    return _given(site, request, secret)


def _given(site: Site, request: Request, secret: str) -> Response:
    answer = to("/seat")
    answer.set_cookie(site.cookie(request, "seat"), secret, max_age=DAY, httponly=True, samesite="lax")
    return answer


def _summarised(site: Site, request: Request) -> bool:
    return request.cookies.get(site.cookie(request, "short"), "") == "1"


@seated
def page(site: Site, request: Request, seat: int) -> Response:
    """The page in front of a pupil."""
    now, state = site.room.at(seat), site.room.store.state()
    if now.seat.out:
        return to("/seat/documents")
    if now.is_over:
        site.backroom.prepare_debrief(seat, now.moment.run)
    seen = view(site.room, now, summarised=_summarised(site, request))
    return site.html(
        "page.html",
        view=seen,
        now=now,
        state=state,
        note=() if now.seat.begun else note_of(site, now),
        token=site.token(request),
        code=site.room.store.code(seat),
        guessed=site.room.store.guessed(seat),
        short=_summarised(site, request),
        mark=_version(site, now),
    )


def note_of(site: Site, now: Standing) -> tuple[object, ...]:
    """What the story says of itself before it begins."""
    stage = site.room.stage
    return tuple(line for page in screens(stage.program, stage.story.note, now.moment.pages[0].state) for line in page)


def _version(site: Site, now: Standing) -> str:
    """What changes when the pupil's page does, without the pupil."""
    state = site.room.store.state()
    return f"{int(state.paused)} {state.phase} {len(now.seat.turns)} {now.at} {int(now.waits)}"


@seated
def version(site: Site, _request: Request, seat: int) -> Response:
    """Asked by a page that waits, and by one that is read: it may be held, or the class gone on."""
    return PlainTextResponse(_version(site, site.room.at(seat)))


@seated
def why(site: Site, request: Request, seat: int) -> Response:
    """The reason cards, after a report is chosen and before it is filed."""
    now = site.room.at(seat)
    choice = request.query_params.get("choice", "")
    scene = site.room.stage.story.scenes.get(now.moment.scene)
    if (
        scene is None
        or not scene.reason
        or not now.asks
        or choice not in now.moment.open
        or site.room.store.state().paused
    ):
        return to("/seat")
    seen = view(site.room, now, summarised=False)
    chosen = next(each for each in seen.choices if each.id == choice)
    return site.html("why.html", view=seen, now=now, chosen=chosen, token=site.token(request), mark=_version(site, now))


@posted
def on(site: Site, _request: Request, seat: int, form: dict[str, str]) -> Response:
    """Goes on to the next page."""
    site.room.on(seat, whole(form, "page"))
    return to("/seat")


@posted
def choose(site: Site, _request: Request, seat: int, form: dict[str, str]) -> Response:
    """Takes a decision, or asks why first."""
    now, choice = site.room.at(seat), form.get("choice", "")
    scene = site.room.stage.story.scenes.get(now.moment.scene)
    if scene and scene.reason and site.room.stage.story.reasons and "reason" not in form and choice in now.moment.open:
        return to(f"/seat/why?choice={choice}")
    if site.room.store.state().paused:
        return to("/seat")
    try:
        site.room.choose(seat, whole(form, "turn"), choice, form.get("reason", ""))
    except Refused as refused:
        raise HTTPException(409, str(refused)) from refused
    return to("/seat")


@posted
def back(site: Site, _request: Request, seat: int, form: dict[str, str]) -> Response:
    """Takes the last decision back."""
    if site.room.store.state().paused:
        return to("/seat")
    try:
        site.room.back(seat, whole(form, "turn"))
    except Refused as refused:
        raise HTTPException(409, str(refused)) from refused
    return to("/seat")


@posted
def step(site: Site, _request: Request, seat: int, form: dict[str, str]) -> Response:
    """Steps out to the documents, or back into the story."""
    site.room.step(seat, out=form.get("out") == "1")
    return to("/seat")


@posted
def short(site: Site, request: Request, _seat: int, form: dict[str, str]) -> Response:
    """Has deaths told in the short form on this device, or in full."""
    answer = to("/seat")
    value = "1" if form.get("short") == "1" else "0"
    answer.set_cookie(site.cookie(request, "short"), value, max_age=DAY, httponly=True, samesite="lax")
    return answer


ROUTES = [
    Route("/", door),
    Route("/join", join, methods=["POST"]),
    Route("/return", come_back, methods=["POST"]),
    Route("/seat", page),
    Route("/seat/version", version),
    Route("/seat/why", why),
    Route("/seat/on", on, methods=["POST"]),
    Route("/seat/choose", choose, methods=["POST"]),
    Route("/seat/back", back, methods=["POST"]),
    Route("/seat/step", step, methods=["POST"]),
    Route("/seat/short", short, methods=["POST"]),
]
