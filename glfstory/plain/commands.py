"""The words that a player may type instead of a choice."""

COMMANDS = {
    "meters": "where the village stands",
    "why": "what moved the meters this season; why and a meter's name tells of one, why and a season of that one",
    "ledger": "what was reported, what was true, what was taken, year by year",
    "village": "who is here and who is not; village and a name opens the page of one house",
    "archive": "what the record says: archive and a mark's number, a word, or a kind such as disputes or timeline",
    "chronicle": "your decisions so far, and what each of them changed",
    "tree": "the kept runs that share this one's beginning",
    "endings": "the endings that your runs have met",
    "back": "takes the last decision back; back and a number goes to that decision",
    "runs": "the kept runs, numbered",
    "take": "take and a number of that list goes on with a kept run",
    "name": "name and a name keeps this run under it, as it stands",
    "code": "the code that carries this run elsewhere",
    "save": "save and a file name puts this run into a file",
    "export": "puts a transcript with its sources into a file, which you may name behind it",
    "debrief": "on the ending: your years beside the country's; debrief and moves, roads, record or papers tells more",
    "again": "reads this page again",
    "summaries": "tells deaths in short form, or in full again",
    "settings": "what is set, and what each setting does",
    "set": "set, a setting and its value: set marks off",
    "help": "this list",
    "stop": "ends here, tells how the village stands and whether the run is kept",
}
OTHER_WORDS = {"quit": "stop", "exit": "stop", "?": "help"}
WITH_MORE = ("why", "village", "archive", "back", "save", "export", "debrief", "take", "name", "set")
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
