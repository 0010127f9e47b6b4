"""Every decision of the run in order, what it changed, and the kept runs that leave it there: the run as a tree."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.keptruns import KeptRunsSheet
from glfstory.app.widgets.hanging import Hanging
from glfstory.app.words import as_is, lines
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.pages.chronicle import Entry, changed_words, chronicle
from glfstory.pages.tree import Twig, called, flat, tree
from glfstory.saving.desk import Desk

CHOOSE = Command("choose", "enter", "go back", "Go back to the highlighted decision, or open the branch.")
NAME = Command("name", "n", "name", "Name the highlighted branch, or keep this run under a name as it stands.")
FOLD = Command("fold", "f", "tree only", "Show only the decisions where branches leave, or all of them.")
NEXT = Command("branch(1)", "right", "branch", "Go to the next branch.", sign="→")
BEFORE = Command("branch(-1)", "left", "branch before", "Go to the branch before.", sign="←", at_foot=False)
SAFE = "Whatever you go back to, the run that you leave stays here as a branch."
NONE = "No decision has been made yet."


class ChronicleSheet(KeptRunsSheet):
    """The tree; gives back the number of the decision to go back to, or the branch to go on with."""

    CSS_PATH = ["sheet.tcss", "lists.tcss"]
    ACTS = (CLOSE, CHOOSE, NAME, FOLD, NEXT, BEFORE)
    BINDINGS = bindings((NAME, FOLD, NEXT, BEFORE))
    HEADING = "The chronicle"

    def __init__(self, stage: Stage, moment: Moment, desk: Desk) -> None:
        super().__init__(desk)
        self.stage, self.moment = stage, moment
        self.entries = chronicle(stage, moment)
        self.twigs: tuple[Twig, ...] = ()
        self._highlit: Option | None = None
        """The option that bears the pointer."""
        self.is_folded = False
        """Whether only the decisions are shown where branches leave."""

    def parts(self) -> ComposeResult:
        """What is known of the run as a whole, and the list."""
        yield Static(id="about")
        yield OptionList(id="entries")

    def on_mount(self) -> None:
        """Starts at the newest decision."""
        self.show_runs()
        newest = self.entries[-1:]
        if newest:
            entries = self.query_one(OptionList)
            entries.highlighted = entries.get_option_index(str(newest[0].number))

    def show_runs(self) -> None:
        """Draws the tree as the kept runs are now, the highlight where it was."""
        kept = self.desk.kept()
        self.twigs = tree(self.stage, self.moment.run, kept)
        name = called(self.moment.run, kept)
        told = (f"This run is kept as {name}." if name else "", SAFE if self.entries else NONE)
        about = filter(None, (changed_words(self.stage), " ".join(filter(None, told))))
        self.query_one("#about", Static).update(as_is("\n".join(about), "$faint italic"))
        listed = self.query_one(OptionList)
        before = listed.highlighted_option.id if listed.highlighted_option else None
        self._highlit = None
        listed.set_options(self._options())
        ids = [option.id for option in listed.options]
        listed.highlighted = ids.index(before) if before and before in ids else None
        listed.display = bool(ids)
        listed.focus()
        self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether there is anything to choose, to name, or a branch to go to."""
        if action in ("fold", "branch"):
            return bool(self.twigs)
        return action not in ("choose", "name") or bool(self.entries or self.twigs)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        ids = {option.id for option in event.option_list.options}
        for option, sign in ((self._highlit, " "), (event.option, "▸")):
            if option is not None and option.id in ids and isinstance(option.prompt, Hanging):
                pointed = Hanging(lines((sign, "$mark bold"), option.prompt.sign[1:]), option.prompt.words)
                event.option_list.replace_option_prompt(option.id or "", pointed)
        self._highlit = event.option

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Goes back to the highlighted decision, or asks what to do with the highlighted branch."""
        option = self.query_one(OptionList).highlighted_option
        twig = self._pointed
        if twig is not None:
            self.ask_about(twig.kept)
        elif option is not None and option.id:
            self.dismiss(option.id)

    def action_name(self) -> None:
        """Names the highlighted branch, or else the run as it stands."""
        twig = self._pointed
        if twig is not None:
            self.ask_name(twig.kept)
        else:
            self.ask_name_of(self.moment.run)

    def action_fold(self) -> None:
        """Shows only the forks, or everything."""
        self.is_folded = not self.is_folded
        self.show_runs()

    def action_branch(self, step: int) -> None:
        """Goes to the next branch, or to the one before."""
        listed = self.query_one(OptionList)
        places = [at for at, option in enumerate(listed.options) if (option.id or "").startswith("twig ")]
        here = listed.highlighted if listed.highlighted is not None else -1
        beyond = [at for at in places if (at > here if step > 0 else at < here)]
        if places:
            listed.highlighted = (beyond or places)[0 if step > 0 else -1]

    @property
    def _pointed(self) -> Twig | None:
        option = self.query_one(OptionList).highlighted_option
        ids = {f"twig {twig.kept.id}": twig for _, twig in flat(self.twigs)}
        return ids.get(option.id or "") if option else None

    def _options(self) -> list[Option]:
        made: list[Option] = []
        forks = {twig.at for twig in self.twigs}
        shown = [each for each in self.entries if not self.is_folded or each.number in forks]
        for season, entries in groupby(shown, key=lambda entry: entry.season):
            gap = "\n" if made else ""
            made.append(Option(lines(gap, (season, "bold")), disabled=True))
            for entry in entries:
                made += _branches(twig for twig in self.twigs if twig.at == entry.number and twig.how == "stops")
                made.append(Option(_told(entry), id=str(entry.number)))
                made += _branches(twig for twig in self.twigs if twig.at == entry.number and twig.how == "leaves")
        made += _branches(twig for twig in self.twigs if twig.at > len(self.entries))
        return made


def _told(entry: Entry) -> Hanging:
    number = as_is(f"{entry.number:>3}  ", "$mark bold")
    changed = lines("\n", ("; ".join(entry.changed), "$faint not bold italic")) if entry.changed else as_is("")
    return Hanging(number, lines((entry.scene, "$faint not bold"), "\n", entry.words, changed))


def _branches(twigs: Iterable[Twig]) -> Iterator[Option]:
    for depth, twig in flat(tuple(twigs)):
        where = "from here on" if twig.how == "goes on" else "stands here" if twig.how == "stops" else "instead"
        said = lines("\n", (f"{where}: {twig.words}", "not bold")) if twig.words else as_is("")
        head = lines((twig.kept.name, "bold"), (f"  {twig.kept.when}", "$faint not bold"))
        sign = as_is(f"     {'   ' * depth}├─ ", "$mark")
        yield Option(Hanging(sign, lines(head, said)), id=f"twig {twig.kept.id}")
