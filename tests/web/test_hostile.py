"""What a pupil, a neighbour's browser or a script might try: it is refused, and the class goes on."""

from pathlib import Path

import pytest

from glfstory.classroom import teaching
from tests.classroom.small import room
from tests.web.browser import Browser


@pytest.fixture
def pupil(tmp_path: Path) -> Browser:
    pupil = Browser(room(tmp_path, brigades=20))
    pupil.join()
    teaching.release(pupil.site.room, bring_along=False)
    return pupil


def goes_on(pupil: Browser) -> None:
    before = len(pupil.site.room.store.seat(1).turns)
    pupil.choose("a")
    assert len(pupil.site.room.store.seat(1).turns) == before + 1


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "https://192.168.1.5:9999"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"host": "evil.example"}, 421),
    ],
)
def test_forms_from_elsewhere(pupil: Browser, headers: dict[str, str], status: int) -> None:
    fields = {**pupil.read_on().form("/seat/choose").fields, "choice": "a"}
    assert pupil.client.post("/seat/choose", data=fields, headers=headers).status_code == status
    assert pupil.site.room.store.seat(1).turns == ()
    goes_on(pupil)


def test_another_seat_s_token_and_none(pupil: Browser) -> None:
    other = pupil.beside()
    other.join()
    token = other.get().form("/seat/short").fields["token"]
    for forged in (token, "", "x" * 32):
        fields = {"token": forged, "turn": "0", "choice": "a"}
        assert pupil.client.post("/seat/choose", data=fields).status_code == 403
    goes_on(pupil)


def test_a_cookie_that_was_replaced(pupil: Browser) -> None:
    stolen = dict(pupil.client.cookies)
    pupil.site.room.take_over(1, "CODE1")
    thief = pupil.beside()
    thief.client.cookies.update(stolen)
    assert thief.get("/seat").heading == "Small"


def test_ten_megabytes_and_no_length(pupil: Browser) -> None:
    assert pupil.client.post("/seat/choose", content=b"x" * 10_000_000).status_code == 413
    assert pupil.client.post("/seat/choose", content=iter([b"x" * 100])).status_code == 411
    goes_on(pupil)


def test_hundreds_of_joins_from_one_device(pupil: Browser) -> None:
    other = pupil.beside()
    for _ in range(300):
        other.client.cookies.clear()
        other.client.post("/join", data={"word": "plum"}, follow_redirects=False)
    taken = sum(seat.joined for seat in pupil.site.room.store.seats())
    assert taken <= 13
    third = pupil.beside("10.0.0.99")
    assert third.join().heading != "Small"
    goes_on(pupil)


def test_guessing_codes_is_slowed_down(pupil: Browser) -> None:
    other = pupil.beside()
    page = other.get("/")
    for number in range(31):
        told = other.send(page, "/return", seat="1", code=f"AAAA{number}")
    assert "too often" in told.text
    assert "too often" in other.send(page, "/return", seat="1", code="CODE1").text


@pytest.mark.parametrize(
    ("seat", "code"),
    [
        ("1", ""),
        ("1", " "),
        ("1", "CODE"),
        ("1", "CODE1" * 20),
        ("1", "C\u00d6DE1"),
        ("1", "code\x001"),
        ("-1", "CODE1"),
        ("999", "CODE1"),
        ("1e3", "CODE1"),
        ("", ""),
        ("", "0000-0000"),
        ("", "0" * 4000),
        ("", "' OR 1=1 --"),
        ("", "<script>"),
    ],
)
def test_codes_that_are_none(pupil: Browser, seat: str, code: str) -> None:
    other = pupil.beside()
    answer = other.client.post("/return", data={"seat": seat, "code": code})
    assert answer.status_code in (200, 400, 413)
    assert not [name for name in other.client.cookies if name.startswith("seat")]
    assert "Traceback" not in answer.text
    goes_on(pupil)


def test_a_form_that_is_sent_twice_is_taken_once(pupil: Browser) -> None:
    fields = {**pupil.read_on().form("/seat/choose").fields, "choice": "a"}
    for _ in range(3):
        pupil.client.post("/seat/choose", data=fields)
    assert len(pupil.site.room.store.seat(1).turns) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/seat/record/..%2f..%2fetc%2fpasswd",
        "/seat/record/<script>",
        "/board/free",
        "/nothing",
    ],
)
def test_paths_that_lead_nowhere(pupil: Browser, path: str) -> None:
    answer = pupil.client.get(path)
    assert answer.status_code in (404, 405)
    assert "import" not in answer.text
    assert "<script>" not in answer.text
    goes_on(pupil)


def test_a_pupil_does_not_get_the_teacher_s_pages(pupil: Browser) -> None:
    for path in ("/board", "/board?key=", "/board/version", "/projector", "/projector/version", "/projector/code.svg"):
        assert pupil.client.get(path).status_code == 403
    token = pupil.read_on().form("/seat/choose").fields["token"]
    for act in ("release", "end", "show", "free", "along", "doors", "pause"):
        fields = {"token": token, "seat": "2", "released": "1"}
        assert pupil.client.post(f"/board/{act}", data=fields).status_code == 403
    assert pupil.site.room.store.state().phase == "play"


@pytest.mark.parametrize(
    "body", [b"\xff\xfe", b"turn=1" * 600, b"&".join([b"a=1"] * 90), b"turn=-1&choice=a", b"turn=9999999&choice=a", b""]
)
def test_forms_that_are_none(pupil: Browser, body: bytes) -> None:
    token = pupil.read_on().form("/seat/choose").fields["token"].encode()
    answer = pupil.client.post("/seat/choose", content=b"token=" + token + b"&" + body)
    assert answer.status_code in (400, 403, 409)
    goes_on(pupil)


def test_a_choice_that_is_not_there(pupil: Browser) -> None:
    pupil.send(pupil.read_on(), "/seat/choose", status=409, choice="<b>")
    pupil.choose("a")
    page = pupil.send(pupil.read_on(), "/seat/choose", choice="more")
    pupil.send(page, "/seat/choose", status=409, reason="spite")
    assert len(pupil.site.room.store.seat(1).turns) == 1


def test_every_answer_is_strict_and_kept_nowhere(pupil: Browser) -> None:
    for path in ("/", "/seat", "/nothing", "/static/style.css", "/board"):
        headers = pupil.client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers
    cookie = pupil.beside().client.post("/join", data={"word": "plum"}, follow_redirects=False).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite" in cookie.casefold()


def test_nothing_of_a_device_is_kept(pupil: Browser) -> None:
    pupil.site.room.store.close()
    data = pupil.site.room.store.path.read_bytes()
    assert b"10.0.0.7" not in data
    secret = next(value for name, value in pupil.client.cookies.items() if name.startswith("seat"))
    assert secret.encode() not in data
