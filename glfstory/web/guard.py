"""What stands before every page: hosts, origins, sizes and rates are looked at, and each answer gets strict headers."""

import ipaddress
import socket
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from glfstory.web.limits import Allowance

LARGEST = 4096
"""Bytes in the body of a form; the largest, a guess of several years, has some three hundred."""
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


class Guard:
    """Answers by itself what is refused, and hands on the rest."""

    def __init__(self, app: ASGIApp, rate: Allowance) -> None:
        self._app, self._rate = app, rate
        self._names = {"localhost", socket.gethostname().casefold(), f"{socket.gethostname().casefold()}.local"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Looks at one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, answer)
        elif scope["method"] == "POST":
            await self._app(scope, _no_more_than(LARGEST, receive), answer)
        else:
            await self._app(scope, receive, answer)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers, address = Headers(scope=scope), (scope.get("client") or ("",))[0]
        if not self._is_ours(headers.get("host", "")):
            return _no("This address is not the class's own.", 421)
        if not self._rate.take(address):
            return _no("Too many requests. Wait a moment.", 429)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return _no("There is nothing of that kind here.", 405)
        if scope["method"] == "POST":
            length = headers.get("content-length", "")
            if not length.isdecimal():
                return _no("The length of the form is missing.", 411)
            if int(length) > LARGEST:
                return _no("That is too much for a form of this class.", 413)
            if not _same_origin(headers):
                return _no("That form came from somewhere else.", 403)
        return None

    def _is_ours(self, host: str) -> bool:
        """Whether a Host header names a number or this machine: a foreign name would be a trick with addresses."""
        name = urlsplit(f"//{host}").hostname or ""
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name.casefold() in self._names
        return True


def _same_origin(headers: Headers) -> bool:
    """Whether a form comes from a page of this server."""
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == headers.get("host") and origin.startswith("http")
    return headers.get("sec-fetch-site", "same-origin") == "same-origin"


def _no(says: str, status: int) -> PlainTextResponse:
    return PlainTextResponse(f"{says}\n", status, {"connection": "close"})


def _no_more_than(most: int, receive: Receive) -> Receive:
    """Ends the request of whoever sends more than was said."""
    had = 0

    async def counted() -> Message:
        nonlocal had
        message = await receive()
        had += len(message.get("body", b""))
        return message if had <= most else {"type": "http.disconnect"}

    return counted
