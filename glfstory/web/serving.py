"""Serving a class on a local network: which address, which port, and until somebody ends it."""

import asyncio
import contextlib
import io
import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

import segno
import uvicorn

from glfstory.web.app import app_for
from glfstory.web.site import Site

PORTS = 20
"""How many ports are tried, one after the other, where the first is taken."""
TICK = 0.1
NOWHERE = ("192.0.2.1", 9)
"""An address for documents, which nobody has; nothing is sent to it."""


class NoAddress(OSError):
    """An address or a port that cannot be had; the message is one sentence."""


@dataclass(frozen=True)
class Door:
    """An open place to serve at."""

    socket: socket.socket
    host: str
    port: int

    @property
    def url(self) -> str:
        """What pupils type."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"

    @property
    def is_private(self) -> bool:
        """Whether only this machine reaches it."""
        return ipaddress.ip_address(self.host).is_loopback


def own_address() -> str:
    """The machine's address in the room's network; its own loopback where it is in none."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(NOWHERE)
        return str(probe.getsockname()[0])
    return "127.0.0.1"


def door(host: str, port: int, *, exact: bool) -> Door:
    """A place to serve at, on this port or, unless it must be exactly that, one of the next. Raises NoAddress."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError as error:
        raise NoAddress(f"{host!r} is no address of this machine: give it in numbers, such as 192.168.1.5.") from error
    if address.is_unspecified:
        raise NoAddress(f"{host} would be every address of this machine: give the one that the room reaches.")
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    last: OSError | None = None
    for each in range(port, port + (1 if exact else PORTS)):
        # asyncio lets an answer go at once, not forty milliseconds later, only where a socket names TCP.
        opened = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((host, each))
            opened.listen(128)
        except OSError as error:
            opened.close()
            last = error
            continue
        return Door(opened, host, opened.getsockname()[1])
    why = (last.strerror or str(last)).lower() if last else "no port is free"
    raise NoAddress(f"{host} port {port} cannot be served: {why}.")


def serve(site: Site, at: Door, beside: Callable[[float], None] | None = None) -> None:
    """Serves until the process is asked to end. Addresses of devices are written nowhere.

    `beside` is called every tenth of a second with the time, in seconds, between requests.
    """
    config = uvicorn.Config(
        app_for(site),
        log_config=None,
        access_log=False,
        ws="none",
        lifespan="off",
        http="h11",
        loop="asyncio",
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=20,
        timeout_graceful_shutdown=3,
        limit_concurrency=400,
        h11_max_incomplete_event_size=16384,
    )
    asyncio.run(_serve(uvicorn.Server(config), at, beside))


async def _serve(server: uvicorn.Server, at: Door, beside: Callable[[float], None] | None) -> None:
    async def again(act: Callable[[float], None]) -> None:
        while True:
            act(time.monotonic())
            await asyncio.sleep(TICK)

    task = asyncio.create_task(again(beside)) if beside else None
    try:
        await server.serve(sockets=[at.socket])
    finally:
        if task is not None:
            task.cancel()


def qr_lines(url: str) -> str:
    """A square code for a terminal."""
    drawn = io.StringIO()
    segno.make(url, error="m").terminal(drawn, compact=True, border=2)
    return drawn.getvalue()
