"""What all pages share: the class, the templates, the allowances, and how a form is read."""

import hmac
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import wraps
from urllib.parse import parse_qsl

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from glfstory.classroom.outcome import Outcome, middle_of, outcome
from glfstory.classroom.room import Room
from glfstory.classroom.words import kept
from glfstory.web.backroom import Backroom, Pool
from glfstory.web.limits import Allowance

Endpoint = Callable[[Request], Awaitable[Response]]
Seated = Callable[["Site", Request, int], Response]
Posted = Callable[["Site", Request, int, dict[str, str]], Response]


def templates() -> Environment:
    """The templates, in which whatever a story says is escaped."""
    loader = PackageLoader("glfstory.web")
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@dataclass
class Site:
    """A class as it is served."""

    room: Room
    clock: Callable[[], float] = time.monotonic
    environment: Environment = field(default_factory=templates)
    pool: Pool | None = None
    """What makes workers beside the server; None for processes."""

    def __post_init__(self) -> None:
        self.backroom = Backroom(self.room.stage, self.pool)
        self.rate = Allowance(300, 40, self.clock)
        """Requests of any kind."""
        self.joins = Allowance(12, 20 / 60, self.clock)
        """New seats; a whole class may come from one address."""
        self.tries = Allowance(30, 30 / 60, self.clock)
        """Words that were wrong, and codes: at this rate, to find the code of a seat takes a year."""

        self._outcome: Outcome | None = None

    def outcome(self) -> Outcome:
        """What came of the class; worked out once, when its ledgers are open."""
        if self._outcome is None:
            room, guesses = self.room, self.room.store.guesses()
            made = self.backroom.outcome() or outcome(room.stage, room.played(), {}, together=room.lesson.together)
            self._outcome = replace(made, guesses=middle_of(guesses))
        return self._outcome

    def prepare_end(self) -> None:
        """Has worked out beforehand what will be asked for when the ledgers are open; play must have ended."""
        played = self.room.played()
        self.backroom.prepare_outcome(played, together=self.room.lesson.together)
        for each in played:
            if each.by_a_pupil:
                self.backroom.prepare_debrief(each.number, each.run)

    def html(self, template: str, status: int = 200, **values: object) -> HTMLResponse:
        """A page."""
        story = self.room.stage.story
        shared = {"story": story, "language": story.language, "room": self.room}
        return HTMLResponse(self.environment.get_template(template).render(**shared, **values), status)

    def cookie(self, request: Request, name: str) -> str:
        """The name of a cookie: browsers do not tell the ports of one machine apart."""
        return f"{name}-{request.url.port or 80}"

    def seat(self, request: Request) -> int | None:
        """The seat of the device that asks."""
        secret = request.cookies.get(self.cookie(request, "seat"), "")
        return self.room.store.device(kept(secret)) if secret else None

    def token(self, request: Request, name: str = "seat") -> str:
        """What a form of this device must carry."""
        secret = request.cookies.get(self.cookie(request, name), "")
        return hmac.digest(self.room.store.state().secret.encode(), f"{name} {secret}".encode(), "sha256").hex()[:32]


def site_of(request: Request) -> Site:
    """The site that a request is made to."""
    site: Site = request.app.state.site
    return site


def address_of(request: Request) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else ""


def to(path: str) -> RedirectResponse:
    """Go and get another page, so that loading it again repeats nothing."""
    return RedirectResponse(path, 303)


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form. Raises HTTPException for what is none."""
    try:
        text = (await request.body()).decode("ascii")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=40, errors="strict"))
    except (ValueError, UnicodeDecodeError) as error:
        raise HTTPException(400, "That is no form.") from error


def seated(show: Seated) -> Endpoint:
    """A page for whoever sits at a seat; others are shown the door."""

    @wraps(show)
    async def endpoint(request: Request) -> Response:
        site = site_of(request)
        seat = site.seat(request)
        if seat is None:
            return to("/?again=1" if site.cookie(request, "seat") in request.cookies else "/")
        return show(site, request, seat)

    return endpoint


def posted(do: Posted) -> Endpoint:
    """What a form of a seat does; it must carry that seat's token."""

    @wraps(do)
    async def endpoint(request: Request) -> Response:
        site = site_of(request)
        seat = site.seat(request)
        form = await form_of(request)
        if seat is None:
            return to("/?again=1")
        if not hmac.compare_digest(form.get("token", "").encode(), site.token(request).encode()):
            raise HTTPException(403, "That form is not this seat's.")
        return do(site, request, seat, form)

    return endpoint


def whole(form: dict[str, str], name: str) -> int:
    """A whole number in a form. Raises HTTPException for any other text."""
    text = form.get(name, "")
    if not (text.isascii() and text.isdecimal() and len(text) < 6):
        raise HTTPException(400, "That form is not whole.")
    return int(text)
