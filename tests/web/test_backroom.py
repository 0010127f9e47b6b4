"""The processes beside the server."""

import os
import signal
import subprocess
import sys

import pytest

SERVER = """
import sys
from pathlib import Path
from glfstory.classroom import teaching
from glfstory.web.backroom import Backroom
from tests.classroom.small import room

if __name__ == "__main__":
    class_ = room(Path(sys.argv[1]))
    teaching.end(class_)
    back = Backroom(class_.stage)
    back.prepare_outcome(class_.played(), together=True)
    while back.outcome() is None:
        pass
    print(len(back.outcome().roads), flush=True)
    if sys.argv[2] == "close":
        back.close()
    else:
        sys.stdin.read()
"""


def server(folder: object, then: str) -> "subprocess.Popen[str]":
    """A process with a worker beside it; what it prints ends when both have ended."""
    arguments = [sys.executable, "-c", SERVER, str(folder), then]
    return subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_worker_ends_with_a_server_that_closes(tmp_path: object) -> None:
    told, _ = server(tmp_path, "close").communicate(timeout=30)
    assert told == "3\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_worker_ends_with_a_server_that_is_killed(tmp_path: object) -> None:
    process = server(tmp_path, "wait")
    assert process.stdout is not None
    assert process.stdout.readline() == "3\n"
    os.kill(process.pid, signal.SIGKILL)
    assert process.communicate(timeout=30)[0] == ""
