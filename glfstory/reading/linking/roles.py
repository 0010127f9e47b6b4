"""What the key `story` says: names, inputs, reasons, and which variables are meters, ledger and toll."""

from dataclasses import dataclass, field
from typing import Any

from glfstory.engine.story import Input, Ledger, Text
from glfstory.reading.linking.draft import Draft
from glfstory.reading.linking.model import pair, whole_step
from glfstory.reading.linking.prose import plain, text
from glfstory.reading.shapes.file import NAMED, WrittenInput, WrittenLedger, WrittenStory


@dataclass(slots=True)
class Roles:
    """The fields of the played story that come from `story`."""

    id: str = ""
    title: str = ""
    subtitle: str = ""
    version: str = ""
    language: str = "en"
    note: Text = ()
    inputs: dict[str, Input] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    meters: tuple[str, ...] = ()
    ledger: Ledger | None = None
    toll: str | None = None
    releases: dict[str, str] = field(default_factory=dict)

    def fields(self) -> dict[str, Any]:
        """By name."""
        return {name: getattr(self, name) for name in self.__slots__}


def roles(draft: Draft, shape: WrittenStory | None) -> Roles:
    """The roles of a story; empty ones where `story` is missing or wrong."""
    if shape is None:
        return Roles()
    taken = draft.gathered.ids(*(group for group in NAMED if group != "rules"))
    for name in shape.inputs:
        if name in taken:
            draft.findings.add(
                "E403-taken-name", name.place, f"{str(name)!r} is already the name of something else", "rename it"
            )
    return Roles(
        id=str(shape.id),
        title=plain(shape.title),
        subtitle=plain(shape.subtitle),
        version=str(shape.version),
        language=plain(shape.language) or "en",
        note=text(draft, shape.note),
        inputs={str(name): _input(draft, str(name), each) for name, each in shape.inputs.items()},
        reasons={str(name): plain(says) for name, says in shape.reasons.items()},
        meters=draft.refer_all("variable", shape.meters),
        ledger=_ledger(draft, shape.ledger) if shape.ledger is not None else None,
        toll=draft.refer("variable", shape.toll) if shape.toll is not None else None,
        releases={str(name): str(value) for name, value in shape.releases.items()},
    )


def _input(draft: Draft, name: str, shape: WrittenInput) -> Input:
    low, high = pair(draft, shape)
    scenes = shape.scene if isinstance(shape.scene, list) else [shape.scene]
    return Input(
        id=name,
        solo=draft.expression(shape.solo, "number") or "",
        scenes=draft.refer_all("scene", scenes),
        low=low,
        high=high,
        step=whole_step(draft, shape),
        says=plain(shape.says),
    )


def _ledger(draft: Draft, shape: WrittenLedger) -> Ledger:
    said, true, taken, left = draft.refer_all("variable", (shape.said, shape.true, shape.taken, shape.left))
    return Ledger(said, true, taken, left, draft.refer_all("season", shape.at), draft.expression(shape.open))
