"""Sources, facts and terms, from written to played."""

from glfstory.engine.story import Claim, Fact, Source, Term
from glfstory.reading.linking.draft import Draft
from glfstory.reading.linking.prose import plain
from glfstory.reading.nodes import Scalar
from glfstory.reading.shapes import record as written
from glfstory.reading.shapes.base import NUMBER


def source(draft: Draft, name: str, shape: written.WrittenSource) -> Source:
    """A source."""
    return Source(
        id=name,
        title=plain(shape.title),
        author=plain(shape.author),
        year=shape.year,
        publisher=plain(shape.publisher),
        kind=plain(shape.kind),
        note=plain(shape.note),
    )


def fact(draft: Draft, name: str, shape: written.WrittenFact) -> Fact:
    """A fact with its claims."""
    return Fact(
        id=name,
        says=plain(shape.says),
        period=plain(shape.period),
        status=str(shape.status),
        sure=str(shape.sure),
        claims=tuple(_claim(draft, each) for each in shape.claims),
        correction=plain(shape.correction),
        cites=draft.refer_all("source", shape.cites),
        title=plain(shape.title),
        late=shape.late,
    )


def _claim(draft: Draft, shape: written.WrittenClaim) -> Claim:
    return Claim(
        says=plain(shape.says),
        source=draft.refer("source", shape.source),
        after=draft.refer("source", shape.after) if shape.after is not None else None,
        where=plain(shape.where),
        value=_value(shape.value),
        unit=plain(shape.unit),
    )


def _value(written: Scalar | None) -> float | str | None:
    """A number where one was written without quotes, else the words."""
    if written is None or written.style or not NUMBER.fullmatch(written):
        return plain(written) if written is not None else None
    return float(written) if "." in written else int(written)


def term(draft: Draft, name: str, shape: written.WrittenTerm) -> Term:
    """A term."""
    return Term(name, plain(shape.term), plain(shape.says), plain(shape.characters), plain(shape.pinyin), shape.late)
