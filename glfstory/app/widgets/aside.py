"""The column beside a passage on a wide terminal: the two ledgers and the households."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from glfstory.app.widgets.household import glance, legend
from glfstory.app.widgets.ledgerbars import bars, figures
from glfstory.app.words import as_is, lines
from glfstory.pages.ledger import LedgerYear
from glfstory.pages.village import Home


class Aside(Widget):
    """Bars where the height allows, a table where it does not."""

    DEFAULT_CSS = "Aside { height: 1fr; }"

    years: reactive[tuple[LedgerYear, ...]] = reactive(())
    homes: reactive[tuple[Home, ...]] = reactive(())
    unit: reactive[str] = reactive("")
    """The unit of the ledgers' figures."""

    def render(self) -> Content:
        """The two parts, one above the other."""
        village = self._village()
        spare = self.size.height - village.plain.count("\n") - 4
        return lines(self._ledgers(spare), "\n\n\n" if spare > 10 else "\n\n", village)

    def _ledgers(self, rows: int) -> Content:
        width = self.size.width
        head = _heading("The two ledgers", self.unit, width)
        if not self.years:
            return lines(head, "\n\n", ("No harvest has been reported yet.", "$faint italic"))
        for drawn in (bars(self.years, width), bars(self.years, width, loose=False)):
            if drawn.plain.count("\n") + 3 <= rows:
                return lines(head, "\n\n", drawn)
        return lines(head, "\n\n", figures(self.years, width))

    def _village(self) -> Content:
        if not self.homes:
            return Content("")
        here = sum(person.fate == "here" for home in self.homes for person in home.residents)
        head = _heading("The households", f"{here} here", self.size.width)
        return lines(head, "\n\n", glance(self.homes), "\n\n", legend())


def _heading(words: str, aside: str, width: int) -> Content:
    rule = "─" * max(1, width - len(words) - len(aside) - (2 if aside else 1))
    return lines(as_is(words, "bold"), " ", (rule, "$rule"), (f" {aside}" if aside else "", "$faint"))
