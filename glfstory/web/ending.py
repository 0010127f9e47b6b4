"""The end of a class: everyone's guess, then the ledgers of the province, and each pupil's own debrief."""

import gzip
import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from glfstory.classroom.room import Refused
from glfstory.web.charts import amount, province_bars
from glfstory.web.guard import POLICY
from glfstory.web.site import Site, posted, seated, to

MOST = 200
"""The most that a guess may be, of a hundred."""


@seated
def guess(site: Site, request: Request, seat: int) -> Response:
    """Asks what there was, of what was reported."""
    if site.room.store.state().phase != "guess" or site.room.store.guessed(seat):
        return to("/seat")
    return _asked(site, request)


def _asked(site: Site, request: Request, typed: Mapping[str, str] | None = None) -> Response:
    """The form for a guess; with what was typed, where that cannot be kept."""
    labels, status = {season.id: season.year for season in site.room.stage.story.seasons}, 200 if typed is None else 400
    years, token = site.room.years(), site.token(request)
    return site.html(
        "guess.html", status, years=years, labels=labels, amount=amount, token=token, most=MOST, typed=typed
    )


@posted
def guessed(site: Site, request: Request, seat: int, form: dict[str, str]) -> Response:
    """Keeps a guess; years that are left blank are not guessed."""
    values = {}
    for year in site.room.years():
        text = form.get(year.season, "").strip()
        if text:
            if not (text.isascii() and text.isdecimal() and len(text) < 5 and int(text) <= MOST):
                return _asked(site, request, form)
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


@seated
def debrief(site: Site, request: Request, seat: int) -> Response:
    """A pupil's own debrief, once the ledgers are open; until it is worked out, a page that waits for it."""
    now, is_open = site.room.at(seat), site.room.store.state().phase == "shown"
    if not now.is_over:
        raise HTTPException(404, "Your debrief opens when your run is over, together with the ledgers of the class.")
    try:
        page = site.backroom.debrief(seat, now.moment.run) if is_open else None
    except RuntimeError as error:
        says = "Your debrief could not be worked out just now. Nothing is lost: open it again, or ask your teacher."
        raise HTTPException(503, says) from error
    if page is None:
        return site.html("waiting.html", is_open=is_open)
    return _as_answer(page, is_compressed="gzip" in request.headers.get("accept-encoding", ""))


@seated
def debrief_version(site: Site, _request: Request, seat: int) -> Response:
    """Asked by the page that waits for a debrief."""
    now, is_open = site.room.at(seat), site.room.store.state().phase == "shown"
    if is_open and now.is_over:
        site.backroom.prepare_debrief(seat, now.moment.run)
    return PlainTextResponse("there" if is_open and site.backroom.is_done(seat) else f"{is_open}")


def _as_answer(page: bytes, *, is_compressed: bool) -> Response:
    """A page that brings its own style along: that style is allowed by its hash, and nothing else."""
    text = gzip.decompress(page)
    style = re.search(rb"<style>(.*?)</style>", text, re.S)
    digest = b64encode(sha256(style[1] if style else b"").digest()).decode()
    headers = {"content-security-policy": POLICY.replace("style-src 'self'", f"style-src 'sha256-{digest}'")}
    if is_compressed:
        headers["content-encoding"] = "gzip"
    return Response(page if is_compressed else text, headers=headers, media_type="text/html")


ROUTES = [
    Route("/seat/debrief", debrief),
    Route("/seat/debrief/version", debrief_version),
    Route("/seat/guess", guess),
    Route("/seat/guessed", guessed, methods=["POST"]),
    Route("/seat/province", province),
]
