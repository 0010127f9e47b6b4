"""The commands of the reading screen, and the keys that are no commands."""

from glfstory.app.commands import Command
from glfstory.app.screens.lookup import ARCHIVE, LEDGER, MARKS, VILLAGE, WHY
from glfstory.app.screens.runpage import CHRONICLE, CODE, ENDINGS, STOP

COMMANDS = (
    Command("go_on", "space", "go on", "Go on, or scroll where the text is longer than its place."),
    Command("open_mark", "", "open", "Open the mark under the cursor.", sign="Enter"),
    MARKS,
    Command("debrief", "d", "debrief", "Lay your run beside the record: ledgers, the other road, fact and fiction."),
    Command("export", "x", "transcript", "Put the whole run, with its sources, into a file to read or to share."),
    LEDGER,
    VILLAGE,
    ARCHIVE,
    CHRONICLE,
    Command("back", "b", "undo", "Take back the last decision."),
    Command("unturn", "backspace", "page back", "Read the page before this one again.", at_foot=False),
    Command("scroll(1)", "pagedown", "scroll", "Scroll a long text down.", at_foot=False),
    Command("scroll(-1)", "pageup", "scroll up", "Scroll a long text up.", sign="PgUp", at_foot=False),
    ENDINGS,
    CODE,
    Command("leave", "q", "title", "Go to the title; the run is kept."),
    WHY,
    STOP,
    Command("let_go", "escape", "choices", "Go back from the marks to the choices."),
    Command("cancel", "escape", "other choice", "Go back from the question why to the choices."),
)
HINTS = (
    ("1 to 9", "Take a choice."),
    ("↑ ↓ Enter", "Move among the choices and take one."),
    ("Tab", "Go to the marks in the text; Enter opens one, Esc leads back."),
)
