"""The run code: a whole run in some thirty letters, to read aloud or paste; it plays on any machine with that release.

A code is the number of the release, one large number, and two check characters. The number holds the run's digits, and
above them, in all the room that is left up to the last group of four, a fingerprint of them.
"""

from contextlib import suppress

from glfstory.engine.release import release_of
from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.saving import letters as signs
from glfstory.saving.coding import RunReader, digits_of
from glfstory.saving.digits import Digits, NoSuchDigits, packed
from glfstory.saving.letters import ALPHABET, CHECKS, GROUP

LONGEST = 400
"""The most letters in any code."""
FINGERPRINTS = 2**8
"""The fewest fingerprints that there must be room for."""


class WrongCode(ValueError):
    """A code that leads to no run here; the message is one sentence."""


def code_of(stage: Stage, run: Run) -> str:
    """The code of a run; an empty string where the story is no release or has packs, or the run has none."""
    release = release_of(stage.story)
    if release is None or run.story != stage.story.id or dict(run.setup.constants) != dict(stage.program.constants):
        return ""
    try:
        number, many = packed(list(digits_of(stage, run)))
    except (KeyError, ValueError):
        return ""
    head = _letters_of_release(release.number)
    size = next(size for size in range(GROUP, LONGEST + 2 * GROUP, GROUP) if _room(size, head) >= FINGERPRINTS * many)
    shares = _room(size, head) // many
    body = signs.letters_of(number + many * (signs.fingerprint(f"{release.hash} {number}") % shares))
    code = signs.checked(head + body.rjust(size - len(head) - CHECKS, ALPHABET[0]), stage.story.id)
    return signs.grouped(code) if len(code) <= LONGEST else ""


def _room(size: int, head: str) -> int:
    """How many numbers a code of so many letters can hold."""
    return int(len(ALPHABET) ** (size - len(head) - CHECKS)) if size > len(head) + CHECKS else 0


def run_of(stage: Stage, code: str) -> Run:
    """The run of a code; its constants need not be those of the stage. Raises WrongCode."""
    letters = signs.plain(code)
    _look_at(letters)
    if not signs.is_whole(letters, stage.story.id):
        raise WrongCode(_mistyped(stage.story))
    body = _opened(stage.story, letters)
    with suppress(NoSuchDigits):
        run = RunReader(stage, Digits(signs.number_of(body))).run()
        if signs.plain(code_of(_as_in(stage, run), run)) == letters:
            return run
    raise WrongCode(_mistyped(stage.story))


def _as_in(stage: Stage, run: Run) -> Stage:
    """The stage that a run was played on: its constants may be others."""
    constants = dict(run.setup.constants)
    return stage if constants == dict(stage.program.constants) else Stage(stage.story, constants)


def _look_at(letters: str) -> None:
    """Refuses what cannot be a code of any story. Raises WrongCode."""
    strange = next((letter for letter in letters if letter not in ALPHABET), "")
    if not letters:
        raise WrongCode("A run code is missing: type its groups of four letters and figures.")
    if strange:
        raise WrongCode(f"A run code holds no {strange!a}: it has figures, and letters without I, L, O and U.")
    if len(letters) % GROUP or len(letters) > LONGEST:
        raise WrongCode(
            f"A run code has whole groups of four, and this one has {len(letters)} letters and figures: "
            "one is missing, or one too many."
        )


def _opened(story: Story, letters: str) -> str:
    """What stands between the release of a code, which must be this one, and its check characters. Raises WrongCode."""
    head = len(letters) - len(letters.lstrip(ALPHABET[-1])) + 1
    number = _release_of_letters(letters[:head])
    here = release_of(story)
    if here is None:
        raise WrongCode(
            f"This code is of release {number} of {story.title}, and what is open here is no release of it."
        )
    if number != here.number:
        way = "a newer glfstory may have it" if number > here.number else "a glfstory of that time plays it"
        raise WrongCode(f"This code is of release {number} of {story.title}, and here is release {here.number}: {way}.")
    return letters[head:-CHECKS]


def _mistyped(story: Story) -> str:
    return f"This is no run code of {story.title}: something in it is mistyped, or has changed places."


def _letters_of_release(number: int) -> str:
    """One letter for a release below 31, and a Z before it for each 31 more."""
    return ALPHABET[-1] * (number // 31) + ALPHABET[number % 31]


def _release_of_letters(letters: str) -> int:
    return 31 * (len(letters) - 1) + ALPHABET.index(letters[-1])
