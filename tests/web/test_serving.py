"""Where a class is served, and how fast an answer leaves."""

import asyncio
import socket

import pytest

from glfstory.web.serving import NoAddress, door


def test_the_next_port_is_taken_where_the_first_is_not_free() -> None:
    first = door("127.0.0.1", 0, exact=True)
    second = door("127.0.0.1", first.port, exact=False)
    assert first.port < second.port
    assert second.url == f"http://127.0.0.1:{second.port}"
    with pytest.raises(NoAddress, match="cannot be served"):
        door("127.0.0.1", first.port, exact=True)
    for each in (first, second):
        each.socket.close()


async def test_an_answer_does_not_wait_for_the_next_packet() -> None:
    found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def met(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    at = door("127.0.0.1", 0, exact=True)
    async with await asyncio.start_server(met, sock=at.socket):
        _, writer = await asyncio.open_connection("127.0.0.1", at.port)
        assert await found
        writer.close()
