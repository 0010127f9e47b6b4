"""The same over real connections: what a script in the room may send, and a pupil who plays meanwhile."""

import http.client
import re
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

SERVER = """
import sys
from pathlib import Path
from glfstory.web.serving import door, serve
from glfstory.web.site import Site
from tests.classroom.small import room

if __name__ == "__main__":
    class_, at = room(Path(sys.argv[1]), brigades=20), door("127.0.0.1", 0, exact=True)
    print(at.port, flush=True)
    serve(Site(class_), at)
"""
SCRIPT = "127.0.0.2"
"""The address of a device that is not the laptop itself."""


class Wire:
    """A device that sends what it likes."""

    def __init__(self, port: int, address: str = "127.0.0.1") -> None:
        self.port, self.address, self.cookie = port, address, ""

    def ask(self, method: str, path: str, **fields: str) -> tuple[int, str, str]:
        """Status, where to go next, and text; a form carries the cookie."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20, source_address=(self.address, 0))
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        link.request(method, path, urlencode(fields) if fields else None, headers)
        answer = link.getresponse()
        text = answer.read().decode()
        self.cookie = (answer.getheader("set-cookie") or self.cookie).split(";")[0]
        link.close()
        return answer.status, answer.getheader("location") or "", text

    def send(self, page: str, action: str, **fields: str) -> tuple[int, str]:
        """Sends the first form of a page."""
        text = self.ask("GET", page)[2].partition("</form>")[0]
        hidden = dict(re.findall(r'name="(\w+)" value="(\w+)"', text))
        return self.ask("POST", action, **{**hidden, **fields})[:2]


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """A class that is served, at a port."""
    process = subprocess.Popen([sys.executable, "-c", SERVER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    yield int(process.stdout.readline())
    process.terminate()
    process.communicate(timeout=30)


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    with served(tmp_path) as port:
        yield port


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """One class for all that is thrown at it."""
    with served(tmp_path_factory.mktemp("lasting")) as port:
        yield port


@pytest.fixture
def script(port: int) -> Wire:
    try:
        with socket.socket() as probe:
            probe.bind((SCRIPT, 0))
    except OSError:
        pytest.skip("this machine has one address of its own only")
    return Wire(port, SCRIPT)


def test_a_thousand_joins_are_refused_in_a_sentence_and_the_class_goes_on(port: int, script: Wire) -> None:
    pupil = Wire(port)
    assert pupil.ask("POST", "/join", word="plum")[1] == "/seat"
    teacher = Wire(port)
    teacher.ask("GET", "/board?key=secret")
    assert teacher.send("/board", "/board/release") == (303, "/board")
    found: Counter[str] = Counter()
    for number in range(1000):
        script.cookie = ""
        status, place, text = script.ask("POST", "/join", word="plum")
        found[place or f"{status} {text.strip()}"] += 1
        if number == 500:
            assert pupil.send("/seat", "/seat/choose", choice="a") == (303, "/seat")
    assert found.pop("/seat") <= 17, "a class comes from one address, and a script takes no more at once"
    assert set(found) == {"/?trouble=often&word=plum", "429 Too many requests. Wait a moment."}
    assert pupil.send("/seat", "/seat/on") == (303, "/seat")
    other = Wire(port, "127.0.0.3")
    assert other.ask("POST", "/join", word="plum")[1] == "/seat"
    assert "Winter-1 waits" in other.ask("GET", "/seat")[2]


def test_from_the_laptop_itself_seats_are_what_runs_out(port: int) -> None:
    places: Counter[str] = Counter()
    for _ in range(40):
        places[Wire(port).ask("POST", "/join", word="plum")[1]] += 1
    assert places == {"/seat": 20, "/?trouble=full": 20}
    assert "All seats are taken" in Wire(port).ask("GET", "/?trouble=full")[2]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET /static/../../app.py HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b"404"),
        (b"GET /../../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b"404"),
        (b"GET //evil.example/seat HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b"404"),
        (b"GET http://evil.example/seat HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"421"),
        (b"GET /seat HTTP/1.1\r\n\r\n", b"400"),
        (b"POST /join HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nword=\r\n", b"411"),
        (b"POST /join HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10000000\r\n\r\n" + b"x" * 100_000, b"413"),
        (b"POST /join HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n", b"400"),
        (b"TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b"405"),
        (b"\x16\x03\x01\x02\x00\x01", b"400"),
        (b"\r\n\r\n\r\nhello\r\n\r\n", b"400"),
    ],
)
def test_what_is_no_request_of_a_browser(lasting: int, sent: bytes, status: bytes) -> None:
    with socket.create_connection(("127.0.0.1", lasting), timeout=20) as link:
        link.sendall(sent)
        link.shutdown(socket.SHUT_WR)
        answer = link.recv(65536)
    assert answer.split(b" ")[1] == status
    assert b"Traceback" not in answer
    assert Wire(lasting).ask("GET", "/")[0] == 200
