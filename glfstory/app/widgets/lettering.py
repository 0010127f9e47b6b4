"""Large letters, three rows high, with strong stems and fine hairlines, like a masthead."""

_ROWS = {
    "A": "┎─┒ ┠─┨ ╹.╹",
    "B": "┎─┒ ┠─┨ ┖─┚",
    "C": "┎─╴ ┃.. ┖─╴",
    "D": "┰─┒ ┃.┃ ┸─┚",
    "E": "┎─╴ ┠─. ┖─╴",
    "F": "┎─╴ ┠─. ╹..",
    "G": "┎─╴ ┃╶┒ ┖─┚",
    "H": "╻.╻ ┠─┨ ╹.╹",
    "I": "╻ ┃ ╹",
    "J": "..╻ ..┃ ┖─┚",
    "K": "╻.╻ ┠┰┚ ╹┖╴",
    "L": "╻.. ┃.. ┖─╴",
    "M": "┎┰┒ ┃┃┃ ╹.╹",
    "N": "┎─┒ ┃.┃ ╹.╹",
    "O": "┎─┒ ┃.┃ ┖─┚",
    "P": "┎─┒ ┠─┚ ╹..",
    "Q": "┎─┒ ┃.┃ ┖─╂",
    "R": "┎─┒ ┠┰┚ ╹┖╴",
    "S": "┎─╴ ┖─┒ ╶─┚",
    "T": "╶┰╴ .┃. .╹.",
    "U": "╻.╻ ┃.┃ ┖─┚",
    "V": "╻.╻ ┃┎┚ ┖┚.",
    "W": "╻.╻ ┃┃┃ ┖┸┚",
    "X": "╻.╻ ┖╂┚ ╹.╹",
    "Y": "╻.╻ ┖┰┚ .╹.",
    "Z": "╶─┒ ┎─┚ ┖─╴",
    "0": "┎─┒ ┃.┃ ┖─┚",
    "1": "╶┒. .┃. ╶┸╴",
    "2": "╶─┒ ┎─┚ ┖─╴",
    "3": "╶─┒ .─┨ ╶─┚",
    "4": "╻.╻ ┖─┨ ..╹",
    "5": "┎─╴ ┖─┒ ╶─┚",
    "6": "┎─╴ ┠─┒ ┖─┚",
    "7": "╶─┒ ..┃ ..╹",
    "8": "┎─┒ ┠─┨ ┖─┚",
    "9": "┎─┒ ┖─┨ ╶─┚",
}
LETTERS = {letter: tuple(rows.replace(".", " ") for rows in drawn.split()) for letter, drawn in _ROWS.items()}
LETTERS[" "] = ("  ", "  ", "  ")


def large(words: str, width: int) -> str:
    """The words in large letters; spaced capitals where a letter is not drawn or the width is too small."""
    capitals = words.upper()
    if all(letter in LETTERS for letter in capitals):
        rows = ["".join(LETTERS[letter][row] + " " for letter in capitals).rstrip() for row in range(3)]
        longest = max(map(len, rows), default=0)
        if longest <= width:
            return "\n".join(row.ljust(longest) for row in rows)
    spaced = "   ".join(" ".join(word) for word in capitals.split())
    return spaced if len(spaced) <= width else capitals
