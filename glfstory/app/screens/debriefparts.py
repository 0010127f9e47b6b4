"""The commands of the debrief, and its parts."""

from glfstory.app.commands import CLOSE, Command

COMMANDS = (
    Command("part(1)", "tab,right", "part", "Go on to the next part.", sign="Tab"),
    Command("go_on", "space,enter", "go on", "Scroll down, and from the end of a part go on to the next one."),
    Command("marks", "f", "record", "Open what the small signs stand for."),
    Command("road", "r", "road", "Draw your road beside one other and with other weathers, or all roads at once."),
    Command("measure", "m", "measure", "Draw what was left, said or taken, or the true harvest."),
    CLOSE,
    Command("file('html')", "h", "page", "Put all of it into an HTML file, for a browser or a printer."),
    Command("file('md')", "x", "text", "Put all of it into a Markdown file."),
    Command(
        "part(-1)", "shift+tab,left", "part before", "Go back to the part before.", sign="Shift+Tab", at_foot=False
    ),
    Command("further(1)", "pagedown", "scroll", "Scroll down.", at_foot=False),
    Command("further(-1)", "pageup", "scroll up", "Scroll up.", sign="PgUp", at_foot=False),
    Command("line(1)", "down", "line down", "Scroll by a line.", sign="↓", at_foot=False),
    Command("line(-1)", "up", "line up", "Scroll back by a line.", sign="↑", at_foot=False),
)
PARTS = {
    "guess": "Guess",
    "ledgers": "Ledgers",
    "roads": "Other road",
    "moves": "What moved",
    "record": "Record",
    "papers": "Papers",
}
"""The parts in order, and what they are called."""
