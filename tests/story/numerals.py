"""The numbers of a text in one form: 1,000 is 1000, two is 2, half is 1/2, and 20,000,000 and 20 million are 20."""

import re

from glfstory.pages.archive import dated

WORDS = {
    **{"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9"},
    **{"ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "sixteen": "16", "twenty": "20", "thirty": "30"},
    **{"sixty": "60", "hundred": "100", "thousand": "1000", "twice": "2", "double": "2", "doubled": "2"},
    **{"half": "1/2", "halved": "1/2", "third": "1/3", "quarter": "1/4", "quarters": "1/4", "fifth": "1/5"},
}
"""Numbers in words that are looked for; one, first and second are not, because they mostly count nothing."""
MILLION = 10**6
DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?(?:/\d+)?"
SHORT_YEARS = re.compile(r"\b((?:19|20)\d\d)[-–]([5-9]\d)\b")


def numbers(text: str) -> set[str]:
    """Every number of a text, in digits or in words, each in one form."""
    plain = dated(SHORT_YEARS.sub(lambda years: f"{years[1]} {years[1][:2]}{years[2]}", text)).casefold()
    found = {_plain(each) for each in re.findall(DIGITS, plain)}
    return found | {WORDS[word] for word in re.findall(r"[a-z]+", plain) if word in WORDS}


def _plain(digits: str) -> str:
    """Without commas, in millions where there are some, and without noughts that say nothing."""
    text = digits.replace(",", "")
    if text.isdecimal() and int(text) >= MILLION:
        text = str(int(text) / MILLION)
    text = re.sub(r"\.?0+$", "", text) if "." in text else text
    return {"0.5": "1/2", "0.25": "1/4"}.get(text, text)
