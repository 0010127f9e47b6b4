"""The guess before the ledgers open: a number for each year, none of them judged."""

from collections.abc import Iterator, Sequence

from glfstory.debrief.shape import Guess
from glfstory.plain.talk import Talk

SKIP = "skip"


def ask(talk: Talk, guess: Guess) -> tuple[str, ...]:
    """What the reader guesses for each year, as it was typed; empty words for what was passed by."""
    talk.gap()
    talk.say(f"{guess.asks} Enter passes a year by, {SKIP} passes all of them.")
    told: list[str] = []
    for year in guess.years:
        answer = _number(talk, f"{year}, in {guess.unit}: ")
        if answer is None:
            break
        told.append(answer)
    return (*told, *[""] * (len(guess.years) - len(told)))


def _number(talk: Talk, prompt: str) -> str | None:
    """A number as it was typed, or empty words; None where all are passed by, or the input ends."""
    while True:
        answer = talk.ask(prompt)
        if answer is None or answer.casefold() == SKIP:
            return None
        if not answer or _is_number(answer):
            return answer
        talk.say(f"A number such as 120; Enter passes this year by, {SKIP} all.")


def _is_number(answer: str) -> bool:
    digits = answer.replace(",", "").replace(".", "", 1)
    return digits.isascii() and digits.isdecimal()


def guess_lines(guess: Guess, told: Sequence[str]) -> Iterator[str]:
    """Each guess with the record beside it; nothing where none was made."""
    for year, answer, record in zip(guess.years, told, guess.record, strict=True):
        if answer:
            yield f"{year}: you guessed {answer}; the record has {' or '.join(each.words for each in record)}."
