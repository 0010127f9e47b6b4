"""Seasons, scenes, choices, endings and households, from written to played."""

from glfstory.engine.story import Choice, Draw, Ending, Household, Member, Scene, Season
from glfstory.reading.linking.draft import Draft
from glfstory.reading.linking.prose import effects, paragraph, plain, text
from glfstory.reading.shapes import scenes as written


def season(draft: Draft, name: str, shape: written.WrittenSeason) -> Season:
    """A season with its rules."""
    draws = shape.draw if isinstance(shape.draw, list) else [shape.draw]
    for draw in draws:
        if not (0 < draw.count <= 20 or draw.has_lost("count")):
            draft.findings.add(
                "E112-out-of-range", draw.place("count"), "a draw is of 1 to 20 storylets", "change the count"
            )
    at = sorted((number, draft.refer_all("rule", rules)) for number, rules in shape.at.items())
    if len(at) < len(shape.written("at") or ()) and not shape.has_lost("at"):
        draft.findings.add(
            "E107-repeated-key", shape.key_place("at"), "a number stands twice in `at`", "put the rules together"
        )
    return Season(
        id=name,
        year=shape.year,
        name=str(shape.name),
        title=plain(shape.title),
        text=text(draft, shape.text),
        open=draft.refer_all("rule", shape.open),
        at=tuple(at),
        draws=tuple(Draw(draw.count, draw.at) for draw in draws),
        close=draft.refer_all("rule", shape.close),
        turn=text(draft, shape.turn),
        turn_title=plain(shape.turn_title),
    )


def scene(draft: Draft, name: str, shape: written.WrittenScene) -> Scene:
    """A scene with its choices."""
    seasons = shape.season if isinstance(shape.season, list) else [shape.season] if shape.season is not None else []
    if shape.weight is not None and shape.weight <= 0:
        draft.findings.add(
            "E112-out-of-range", shape.place("weight"), "a weight is above zero", "write 2, the usual weight"
        )
    if shape.weight is not None and shape.order is not None:
        says = "a scene has an order or a weight, not both"
        draft.findings.add("E112-out-of-range", shape.key_place("weight"), says, "delete one of them")
    return Scene(
        id=name,
        title=plain(shape.title),
        text=text(draft, shape.text),
        choices=tuple(choice(draft, str(key), each) for key, each in shape.choices.items()),
        seasons=draft.refer_all("season", seasons),
        order=shape.order,
        weight=shape.weight,
        when=draft.expression(shape.when),
        unplayed=str(shape.unplayed) if shape.unplayed is not None else None,
        tags=draft.refer_all("tag", shape.tags),
        summary=text(draft, shape.summary),
        reason=shape.reason,
    )


def choice(draft: Draft, name: str, shape: written.WrittenChoice) -> Choice:
    """A choice with what it does."""
    if shape.locked is not None and shape.when is None and not shape.has_lost("if"):
        says = "`locked` says why a choice is closed, but nothing closes it"
        draft.findings.add("E511-locked", shape.key_place("locked"), says, "add if: ..., or delete it")
    return Choice(
        id=name,
        say=paragraph(draft, shape.say),
        do=effects(draft, shape.do),
        then=text(draft, shape.then),
        when=draft.expression(shape.when),
        locked=paragraph(draft, shape.locked) if shape.locked is not None else None,
        tags=draft.refer_all("tag", shape.tags),
        go=draft.refer("destination", shape.go) if shape.go is not None else None,
        facts=draft.refer_all("fact", shape.facts),
    )


def ending(draft: Draft, name: str, shape: written.WrittenEnding) -> Ending:
    """An ending or coda."""
    return Ending(
        id=name,
        title=plain(shape.title),
        text=text(draft, shape.text),
        rank=shape.rank or 0,
        early=shape.early,
        when=draft.expression(shape.when),
        coda=shape.coda,
        facts=draft.refer_all("fact", shape.facts),
    )


def household(draft: Draft, name: str, shape: written.WrittenHousehold) -> Household:
    """A household with its members."""
    members = tuple(_member(draft, str(key), each) for key, each in shape.members.items())
    return Household(name, plain(shape.title), text(draft, shape.says), members)


def _member(draft: Draft, name: str, shape: written.WrittenMember) -> Member:
    if not 0 < shape.frailty <= 1:
        draft.findings.add(
            "E112-out-of-range", shape.place("frailty"), "frailty is above 0 and at most 1", "write 0.5, or so"
        )
    return Member(
        id=name,
        name=plain(shape.name),
        born=shape.born,
        frailty=shape.frailty,
        away=shape.away,
        spared=draft.expression(shape.spared),
        left=draft.expression(shape.left),
        taken=draft.expression(shape.taken),
        birth=draft.expression(shape.birth),
        when_dead=text(draft, shape.when_dead),
        when_left=text(draft, shape.when_left),
        when_taken=text(draft, shape.when_taken),
        when_born=text(draft, shape.when_born),
    )
