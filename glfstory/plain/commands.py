"""The words that a player may type instead of a choice."""

COMMANDS = {
    "meters": "where the village stands",
    "why": "what moved the meters this season; why and a meter's name tells of one, why and a season of that one",
    "ledger": "what was reported, what was true, what was taken, year by year",
    "village": "who is here and who is not; village and a name opens the page of one house",
    "archive": "what the record says: archive and a mark's number, a word, or a kind such as disputes or timeline",
    "chronicle": "your decisions so far",
    "back": "takes the last decision back; back and a number goes to that decision",
    "save": "save and a file name puts this run into a file",
    "again": "reads this page again",
    "summaries": "tells deaths in short form, or in full again",
    "settings": "what is set, and what each setting does",
    "set": "set, a setting and its value: set marks off",
    "help": "this list",
    "stop": "ends here; the run is kept",
}
OTHER_WORDS = {"quit": "stop", "exit": "stop", "?": "help"}
WITH_MORE = ("why", "village", "archive", "back", "save", "set")
"""Commands that take something behind them."""


def command_in(answer: str) -> tuple[str, str]:
    """The command that an answer is, written out, and what stands behind it; empty words where it is none.

    A command may be shortened as long as only one begins so.
    """
    first, _, rest = answer.partition(" ")
    word, rest = first.casefold(), rest.strip()
    word = OTHER_WORDS.get(word, word)
    found = [word] if word in COMMANDS else [name for name in COMMANDS if word and name.startswith(word)]
    if len(found) != 1 or (rest and found[0] not in WITH_MORE):
        return "", ""
    return found[0], rest
