"""A browser for tests: it keeps cookies, follows redirects, and fills in the forms of a page as they stand there."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from html.parser import HTMLParser

from starlette.testclient import TestClient

from glfstory.classroom.room import Room
from glfstory.web.app import app_for
from glfstory.web.site import Site


@dataclass
class Form:
    """One form of a page."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """What stands on a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.heading, self.forms, self.links = text, "", [], []
        self._in_heading = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in_heading = tag == "h1"
        if tag == "form":
            self.forms.append(Form(given["action"]))
        elif tag == "input":
            self.forms[-1].fields[given["name"]] = given.get("value", "")
        elif tag == "button" and "name" in given:
            self.forms[-1].buttons.append((given["name"], given["value"]))
        elif tag == "a":
            self.links.append(given["href"])

    def handle_data(self, data: str) -> None:
        if self._in_heading:
            self.heading += data.strip()
            self._in_heading = not data.strip()

    def form(self, action: str) -> Form:
        return next(form for form in self.forms if form.action == action)


class Workers(Executor):
    """Who works beside the server, when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[object], Callable[[], object]]] = []

    def submit(self, work: Callable[..., object], /, *asked: object, **more: object) -> Future[object]:  # type: ignore[override]
        future: Future[object] = Future()
        self.waiting.append((future, lambda: work(*asked, **more)))
        return future

    def work(self) -> None:
        for future, done in self.waiting:
            future.set_result(done())
        self.waiting.clear()

    def die(self) -> None:
        for future, _ in self.waiting:
            future.set_exception(MemoryError())
        self.waiting.clear()


class Browser:
    """A device in the room."""

    def __init__(self, room: Room, address: str = "10.0.0.7") -> None:
        self.workers = Workers()
        self.site = Site(room, lambda: 0.0, pool=lambda: self.workers)
        self._at(self.site, address)

    def _at(self, site: Site, address: str) -> None:
        self.client = TestClient(app_for(site), "http://192.168.1.5:8765", client=(address, 4000))

    def beside(self, address: str = "10.0.0.8") -> "Browser":
        """Another device, of the same class."""
        other = object.__new__(Browser)
        other.site, other.workers = self.site, self.workers
        other._at(self.site, address)
        return other

    def get(self, path: str = "/seat", status: int = 200) -> Page:
        answer = self.client.get(path)
        assert answer.status_code == status, answer.text
        return Page(answer.text)

    def send(self, page: Page, action: str, status: int = 200, **values: str) -> Page:
        answer = self.client.post(action, data={**page.form(action).fields, **values})
        assert answer.status_code == status, answer.text
        return Page(answer.text)

    def join(self) -> Page:
        return self.send(self.get("/"), "/join", word="plum")

    def read_on(self) -> Page:
        """Presses on to the next decision, the hold or the end."""
        page = self.get()
        while any(form.action == "/seat/on" for form in page.forms):
            page = self.send(page, "/seat/on")
        return page

    def choose(self, choice: str, reason: str = "") -> Page:
        """Takes a decision, and answers why where that is asked."""
        page = self.send(self.read_on(), "/seat/choose", choice=choice)
        return self.send(page, "/seat/choose", reason=reason) if page.heading == "Why?" else page
