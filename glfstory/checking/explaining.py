"""The pages about findings, which come with the program: what a code means, with an example and the same mended."""

from pathlib import Path

import glfstory
from glfstory.engine.expressions import nearest
from glfstory.reading.codes import CODES, full_code


class NoSuchFinding(ValueError):
    """No finding bears that code; the message is one sentence with the way out."""


def explained(asked: str) -> str:
    """The page about a code, in Markdown. Raises NoSuchFinding."""
    code = full_code(asked)
    if code is None:
        raise NoSuchFinding(
            f"There is no finding {asked!r}; {_meant(asked) or 'a code is like W610, and check prints it.'}"
        )
    return page_of(code)


def _meant(asked: str) -> str:
    """The code that was probably typed."""
    letter, figures = asked[:1].upper(), asked[1:].upper().replace("O", "0").replace("I", "1")
    codes = {code.split("-", 1)[0]: code.split("-", 1)[1] for code in CODES}
    return nearest(letter + figures, codes) if len(asked) == 4 else nearest(asked.lower(), codes.values())


def page_of(code: str) -> str:
    """The page about a code as it stands in the files."""
    return (pages_folder() / f"{code}.md").read_text(encoding="utf-8")


def pages_folder() -> Path:
    """The folder of pages: inside an installed package, or beside the package in a checkout."""
    package = Path(glfstory.__file__).resolve().parent
    packaged = package / "_findings"
    return packaged if packaged.is_dir() else package.parent / "docs" / "findings"
