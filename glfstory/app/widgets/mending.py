"""What a writer has to mend and what a story keeps count of, as rows."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widget import Widget

from glfstory.app.widgets.hanging import Hanging, Stacked
from glfstory.app.words import as_is, lines
from glfstory.checking.formats import counted
from glfstory.pages.values import Held
from glfstory.reading.finding import Finding

GAP = Hanging(Content(""), Content(" "))
FEW = 12
"""Findings that the column beside a page shows; the sheet shows all."""


def findings_rows(findings: Sequence[Finding], *, whole: bool) -> Iterable[Hanging]:
    """Each finding with its place, what is wrong and what to do; errors have a cross, warnings an exclamation mark."""
    for each in findings:
        sign = as_is("✗ ", "$said bold") if each.is_error else as_is("! ", "$mark bold")
        path = each.path if whole else PurePath(each.path).name
        place = f"{path}:{each.line}:{each.column}" if each.line else path
        code = each.code if whole else each.code.partition("-")[0]
        yield Hanging(sign, lines((place, "bold"), " ", (code, "$faint")))
        if whole and each.line:
            yield Hanging(Content("  "), as_is(each.source_line.strip(), "$faint"))
        yield Hanging(Content("  "), as_is(f"{each.says[:1].upper()}{each.says[1:]}."))
        if each.fix:
            yield Hanging(Content("  "), as_is(f"{each.fix[:1].upper()}{each.fix[1:]}.".replace("?.", "?"), "italic"))
        yield GAP


def values_rows(held: Iterable[Held]) -> Iterable[Hanging]:
    """Each name with its value, what it was, and what it is."""
    for each in held:
        before = f"  was {each.before}" if each.is_changed else ""
        sign = as_is("▸ ", "$mark bold") if each.is_changed else Content("  ")
        yield Hanging(sign, lines(f"{each.name} = ", (each.value, "bold"), (before, "$mark"), f"  {each.says}"))


class Workbench(Widget):
    """The column beside the page: what is to be mended, and what the last decision changed."""

    DEFAULT_CSS = "Workbench { height: 1fr; }"

    findings: reactive[tuple[Finding, ...]] = reactive(())
    held: reactive[tuple[Held, ...]] = reactive(())

    def render(self) -> Visual:
        """The two parts, one above the other."""
        width = self.size.width
        changed = [each for each in self.held if each.is_changed]
        more = len(self.findings) - FEW
        return Stacked(
            (
                Hanging(
                    Content(""),
                    _heading("To mend", counted(self.findings).rstrip(".") if self.findings else "nothing", width),
                ),
                GAP,
                *findings_rows(self.findings[:FEW], whole=False),
                *([Hanging(Content(""), as_is(f"And {more} more: m", "$faint")), GAP] if more > 0 else []),
                Hanging(Content(""), _heading("Changed by the last decision", str(len(changed)), width)),
                GAP,
                *(Hanging(Content("  "), _value(each)) for each in changed),
            )
        )


def _value(each: Held) -> Content:
    return lines(f"{each.name}: ", (each.before, "$faint"), (" → ", "$faint"), (each.value, "bold"))


def _heading(words: str, aside: str, width: int) -> Content:
    rule = "─" * max(1, width - len(words) - len(aside) - 2)
    return lines(as_is(words, "bold"), " ", (rule, "$rule"), (f" {aside}", "$faint"))
