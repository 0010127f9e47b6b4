"""The class as an ASGI application."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from glfstory.web import beside, board, ending, pupil, wall
from glfstory.web.guard import Guard
from glfstory.web.site import Site, site_of

STATIC = Path(__file__).parent / "static"
FILES = {"style.css": "text/css", "wait.js": "text/javascript"}


async def static(request: Request) -> Response:
    """One of the few files that pages use; no path is ever put together from what was asked."""
    name = request.path_params["name"]
    if name not in FILES:
        raise HTTPException(404)
    return FileResponse(STATIC / name, media_type=FILES[name], headers={"cache-control": "max-age=3600"})


async def no_sign(_request: Request) -> Response:
    """What a browser asks of every site for its tab: there is none, and that is no mistake."""
    return Response(status_code=204)


async def refused(request: Request, error: Exception) -> Response:
    """What cannot be done, in a sentence, with the way back."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    says = {404: "There is nothing here.", 405: "There is nothing of that kind here."}
    told = error.detail if isinstance(error, HTTPException) and error.detail not in PHRASES else says.get(status, "")
    return site_of(request).html("trouble.html", status, says=told or "Something went wrong here. Nothing is lost.")


PHRASES = ("Not Found", "Method Not Allowed")


def app_for(site: Site) -> Starlette:
    """The application of a site."""
    app = Starlette(
        routes=[
            Route("/static/{name}", static),
            Route("/favicon.ico", no_sign),
            *pupil.ROUTES,
            *beside.ROUTES,
            *ending.ROUTES,
            *board.ROUTES,
            *wall.ROUTES,
        ],
        middleware=[Middleware(Guard, rate=site.rate)],
        exception_handlers={HTTPException: refused, 500: refused},
    )
    app.state.site = site
    return app
