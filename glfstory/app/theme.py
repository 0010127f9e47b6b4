"""The themes: newsprint and ink, a lamp, high contrast, and the terminal's own colours."""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme


def _paper(name: str, *, dark: bool, paper: str, ink: str, **inks: str) -> Theme:
    """A theme of one paper and a few inks; `said` is the red of what was said."""
    variables = {
        **inks,
        "block-cursor-foreground": ink,
        "block-cursor-background": inks["wash"],
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": ink,
        "block-cursor-blurred-background": paper,
        "block-cursor-blurred-text-style": "bold",
        "block-hover-background": inks["wash"],
        "border": inks["rule"],
        "border-blurred": inks["rule"],
        "text": ink,
        "text-muted": inks["faint"],
        "text-disabled": inks["faint"],
        "link-color": inks["mark"],
        "link-style": "none",
        "link-color-hover": paper,
        "link-background-hover": inks["mark"],
        "link-style-hover": "bold",
        "scrollbar": inks["rule"],
        "scrollbar-hover": inks["faint"],
        "scrollbar-active": inks["faint"],
        "scrollbar-background": paper,
        "scrollbar-background-hover": paper,
        "scrollbar-background-active": paper,
        "input-cursor-background": ink,
        "input-cursor-foreground": paper,
        "input-selection-background": inks["wash"],
    }
    return Theme(
        name,
        primary=inks["mark"],
        secondary=inks["faint"],
        accent=inks["mark"],
        warning=inks["said"],
        error=inks["said"],
        success=inks["mark"],
        foreground=ink,
        background=paper,
        surface=inks["sheet"],
        panel=inks["sheet"],
        dark=dark,
        variables=variables,
    )


NEWSPRINT = _paper(
    "newsprint",
    dark=False,
    paper="#f3eddf",
    ink="#24201a",
    sheet="#ebe3d0",
    wash="#e2d7be",
    rule="#b9ab8f",
    faint="#6f6450",
    said="#a8201a",
    mark="#1d4e68",
)
LAMP = _paper(
    "lamp",
    dark=True,
    paper="#17130f",
    ink="#e9dcc3",
    sheet="#1f1a14",
    wash="#382c1c",
    rule="#5b4d38",
    faint="#a08f74",
    said="#ef6a55",
    mark="#e3ab4c",
)
CONTRAST = _paper(
    "contrast",
    dark=True,
    paper="#000000",
    ink="#ffffff",
    sheet="#000000",
    wash="#003a8c",
    rule="#a8a8a8",
    faint="#d8d8d8",
    said="#ff8a80",
    mark="#ffe14d",
)
TERMINAL_INKS = {
    "sheet": "ansi_default",
    "wash": "ansi_default",
    "rule": "ansi_bright_black",
    "faint": "ansi_bright_black",
    "said": "ansi_red",
    "mark": "ansi_cyan",
}
"""The app's own variables in themes that are not ours."""
TERMINAL = replace(
    BUILTIN_THEMES["ansi-dark"],
    name="terminal",
    primary="ansi_cyan",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        **TERMINAL_INKS,
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "bold reverse",
        "border": "ansi_bright_black",
        "border-blurred": "ansi_bright_black",
        "link-color": "ansi_cyan",
        "link-style": "none",
    },
)

THEMES = {
    theme.name: (theme, says)
    for theme, says in (
        (NEWSPRINT, "newsprint and ink"),
        (LAMP, "lamp"),
        (CONTRAST, "high contrast"),
        (TERMINAL, "the terminal's own colours"),
    )
}
"""Every theme with what it is called, the first being the one to start with."""


def following(name: str) -> str:
    """The name of the theme after this one."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]


def called(name: str) -> str:
    """What a theme is called on the screen."""
    return THEMES[name][1] if name in THEMES else name
