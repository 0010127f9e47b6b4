"""The settings line by line: what is set, and setting it by words."""

from collections.abc import Iterator

from glfstory.saving.settings import SETTINGS, Setting, Settings, setting

ON_SCREEN = ("theme", "motion")
"""Settings that line by line play keeps for the screen."""


def setting_lines(settings: Settings) -> Iterator[str]:
    """Every setting with its value, what it may be and what it does."""
    for each in SETTINGS:
        yield f"{each.name} {each.word(settings)} ({', '.join(each.values)}). {each.says}"
    yield f"Type set, a name and a value. {' and '.join(ON_SCREEN)} hold on the whole screen only."


def set_by_words(settings: Settings, words: str) -> tuple[Settings, str]:
    """The settings after `NAME VALUE`, and a sentence about it; the same settings where the words mean nothing."""
    name, _, value = words.casefold().replace("=", " ").partition(" ")
    found, value = setting(name), value.strip()
    if found is None:
        names = ", ".join(each.name for each in SETTINGS)
        return settings, f"Type set, a setting and its value; the settings are {names}."
    if value not in found.values:
        return settings, f"{found.name} can be {_either(found)}; it is {found.word(settings)}."
    return found.put(settings, value), f"{found.name} is {value} from here on."


def _either(setting: Setting) -> str:
    *rest, last = setting.values
    return f"{', '.join(rest)} or {last}"
