"""A story made ready to run: every name a place in one list of values, every distinct expression one function."""

import ast
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, TypeVar

from glfstory.engine import storing
from glfstory.engine.expressions import QUESTIONS, RUNTIME, Scope, parse
from glfstory.engine.ranges import EITHER, Numbers, Range, WordSet
from glfstory.engine.story import Assign, Constant, Effects, Story, Value, Variable

T = TypeVar("T")
Values = list[Value]
"""What every name stands for at a moment: variables, constants, chances, options, inputs, the season, fates."""
Met = set[str]
"""Scenes met (`scene`) and choices taken (`scene.choice`)."""
Question = Callable[[Sequence[Value], AbstractSet[str]], Value]
Action = Callable[[Values, Met], None]
Answers = Callable[[Sequence[Value], AbstractSet[str]], tuple[Value, ...]]
Held = Callable[[int, str], Callable[[float, float, float], float]]
"""For effects, by their identity, and a variable that they set: what is told of a number outside of its range, with the
ends of the range, and gives the number that is stored instead."""

MOST = 1e9
"""How far a measure may be from zero, as far as its relations are concerned."""
FATES = ("here", "left", "taken", "dead", "unborn")
ANSWERS = {"alive": ("here", "left", "taken"), "gone": ("left", "taken"), "here": ("here",)}
"""The fates for which `alive(..)`, `gone(..)` and `here(..)` hold."""


def scope_of(story: Story, constants: Mapping[str, float] | None = None) -> Scope:
    """The names of a story and their ranges; `constants` are values changed for one run."""
    changed = constants or {}
    ranges: dict[str, Range] = {}
    computed: dict[str, str] = {}
    for variable in story.variables.values():
        if variable.computed is not None:
            computed[variable.id] = variable.computed
        else:
            ranges[variable.id] = declared(variable)
    for constant in story.constants.values():
        values = [changed[constant.id]] if constant.id in changed else list(constant.values.values())
        ranges[constant.id] = Numbers(min(values), max(values))
    for chance in story.chances.values():
        ranges[chance.id] = WordSet(frozenset(chance.outcomes))
    for option in story.options.values():
        ranges[option.id] = WordSet(frozenset(option.words))
    for outside in story.inputs.values():
        ranges[outside.id] = Numbers(outside.low, outside.high)
    years = [season.year for season in story.seasons]
    ranges["season.year"] = Numbers(min(years, default=0), max(years, default=0))
    ranges["season.name"] = WordSet(frozenset(season.name for season in story.seasons))
    scenes = {scene.id: [choice.id for choice in scene.choices] for scene in story.scenes.values()}
    return Scope(ranges, computed, scenes, frozenset(member.id for member in story.members))


def scope_of_measures(story: Story) -> Scope:
    """The names that a relation may use."""
    return Scope({name: Numbers(-MOST, MOST) for name in story.measures})


def declared(variable: Variable) -> Range:
    """The values that a variable may hold."""
    if variable.kind == "number":
        return Numbers(variable.low, variable.high)
    return EITHER if variable.kind == "flag" else WordSet(frozenset(variable.words))


@dataclass(slots=True)
class Program:
    """The functions of one story under one set of constants; made on first use and kept."""

    story: Story
    constants: Mapping[str, float] = field(default_factory=dict)
    held: Held | None = None
    """Told whenever a stored number is held at an end of its range; without it nobody asks."""
    slots: dict[str, int] = field(default_factory=dict)
    """The place of every name in the list of values."""
    fate_slots: dict[str, int] = field(default_factory=dict)
    """The place of every named person's fate."""
    _questions: dict[str, Question] = field(default_factory=dict)
    _answers: dict[tuple[str, ...], Answers] = field(default_factory=dict)
    _actions: dict[int, tuple[Action, Effects]] = field(default_factory=dict)
    """By the effects' own identity, which is found faster than their hash; they are held here, so it stays theirs."""
    _codes: dict[str, CodeType] = field(default_factory=dict)
    """By their source, which many effects share."""
    _rounded: dict[tuple[str, str], str] = field(default_factory=dict)
    """Code for what a variable is set to."""

    _wholes: frozenset[str] = frozenset()
    """The variables that only ever hold whole numbers."""

    def __post_init__(self) -> None:
        story = self.story
        self._wholes = storing.whole_numbers(story.variables.values())
        names: list[str] = [variable.id for variable in story.variables.values() if variable.computed is None]
        names += [*story.constants, *story.chances, *story.options, *story.inputs, "season.year", "season.name"]
        names += [f"fate {member.id}" for member in story.members]
        self.slots = {name: place for place, name in enumerate(names)}
        self.fate_slots = {member.id: self.slots[f"fate {member.id}"] for member in story.members}

    def question(self, expression: str) -> Question:
        """The function of an expression."""
        made = self._questions.get(expression)
        if made is None:
            made = self._questions[expression] = _function(self._placed(expression))
        return made

    def answers(self, expressions: tuple[str, ...]) -> Answers:
        """One function of several expressions."""
        made = self._answers.get(expressions)
        if made is None:
            trees = [self._placed(expression) for expression in expressions]
            made = self._answers[expressions] = _function(ast.Tuple(trees, ast.Load()))
        return made

    def action(self, effects: Effects) -> Action:
        """The function of a list of effects."""
        made = self._actions.get(id(effects))
        if made is None:
            made = self._actions[id(effects)] = (self._compile_action(effects), effects)
        return made[0]

    def holds(self, condition: str | None, values: Sequence[Value], met: AbstractSet[str]) -> bool:
        """Whether a condition holds; no condition always does."""
        return condition is None or bool(self.question(condition)(values, met))

    def constant(self, constant: Constant, values: Values, met: Met) -> float:
        """The value of a constant this season."""
        if constant.id in self.constants:
            return self.constants[constant.id]
        return self.picked(constant.by, constant.values)(values, met)

    def picked(self, by: str | None, table: Mapping[str, T]) -> Callable[[Values, Met], T]:
        """What takes from a table what `by` picks this season."""
        if by is None:
            return lambda _values, _met: table["else"]
        asks = self.question(by)

        def pick(values: Values, met: Met) -> T:
            key = key_of(asks(values, met))
            return table[key] if key in table else table["else"]

        return pick

    def reads(self, expression: str) -> frozenset[int | str]:
        """The places that an expression looks at; `met` stands for the ids of what was met and chosen."""
        placed = ast.walk(self._placed(expression))
        return frozenset(
            "met" if isinstance(node, ast.Name) else ast.literal_eval(node.slice)
            for node in placed
            if isinstance(node, ast.Subscript) or (isinstance(node, ast.Name) and node.id == "s")
        )

    def _compile_action(self, effects: Effects) -> Action:
        told: list[str] = []
        lines = ["def action(v, s):", *self._lines(effects, "    ", told), "    return None"]
        source = "\n".join(lines)
        code = self._codes.get(source)
        if code is None:
            code = self._codes[source] = compile(source, "<story>", "exec")
        namespace: dict[str, object] = dict(RUNTIME)
        if self.held is not None:
            namespace |= {f"held{at}": self.held(id(effects), name) for at, name in enumerate(told)}
        exec(code, namespace)  # noqa: S102
        made: Action = namespace["action"]  # type: ignore[assignment]
        return made

    def _lines(self, effects: Effects, indent: str, told: list[str]) -> list[str]:
        """The lines of some effects; the variables whose numbers are told of are added to `told`."""
        lines: list[str] = []
        for effect in effects:
            if isinstance(effect, Assign):
                place = self.slots[effect.name]
                stored = self._stored(self.story.variables[effect.name], effect.expression, told)
                lines.append(f"{indent}v[{place}] = {stored}")
                continue
            lines.append(f"{indent}if {ast.unparse(self._placed(effect.when))}:")
            lines += self._lines(effect.then, indent + "    ", told) or [f"{indent}    pass"]
            if effect.otherwise:
                lines += [f"{indent}else:", *self._lines(effect.otherwise, indent + "    ", told)]
        return lines

    def _stored(self, variable: Variable, expression: str, told: list[str]) -> str:
        rounded = self._rounded.get((variable.id, expression))
        if rounded is None:
            rounded = self._rounded[variable.id, expression] = self._round(variable, expression)
        if variable.kind != "number":
            return rounded
        if self.held is not None:
            low, high = storing.plain(variable.low), storing.plain(variable.high)
            told.append(variable.id)
            return f"x if {low} <= (x := {rounded}) <= {high} else held{len(told) - 1}(x, {low}, {high})"
        return storing.held(variable, rounded)

    def _round(self, variable: Variable, expression: str) -> str:
        """The code of what is stored, a number in its steps but not yet in its range."""
        source, tree = ast.unparse(self._placed(expression)), parse(expression)
        whole = isinstance(tree, ast.expr) and storing.is_whole(tree, self._wholes)
        return storing.rounded(variable, source, is_whole=whole) if variable.kind == "number" else source

    def _placed(self, expression: str) -> ast.expr:
        tree = parse(expression)
        if not isinstance(tree, ast.expr):
            raise ValueError(f"not an expression: {expression!r}")
        placed: ast.expr = _Placing(self).visit(tree)
        return placed


class _Placing(ast.NodeTransformer):
    """Puts places in the list of values where the expression has names."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in ("true", "false"):
            return ast.Constant(node.id == "true")
        variable = self.program.story.variables.get(node.id)
        if variable is not None and variable.computed is not None:
            return self.program._placed(variable.computed)
        return _place(self.program.slots[node.id])

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return _place(self.program.slots[f"season.{node.attr}"])

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """`a // b` is the floor of the quotient, which Python's own is not for fractions (1 // 0.1 is 9)."""
        left, right = self.visit(node.left), self.visit(node.right)
        if isinstance(node.op, ast.FloorDiv):
            return ast.Call(ast.Name("floor", ast.Load()), [ast.BinOp(left, ast.Div(), right)], [])
        return ast.BinOp(left, node.op, right)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in QUESTIONS:
            node.args = [self.visit(item) for item in node.args]
            return node
        item = node.args[0]
        if name in ANSWERS:
            fates = ast.Tuple([ast.Constant(fate) for fate in ANSWERS[name]], ast.Load())
            return ast.Compare(_place(self.program.slots[f"fate {ast.literal_eval(item)}"]), [ast.In()], [fates])
        return ast.Compare(item, [ast.In()], [ast.Name("s", ast.Load())])


def _function(tree: ast.expr) -> Any:
    function = ast.Expression(ast.Lambda(args=_arguments(), body=tree))
    return eval(compile(ast.fix_missing_locations(function), "<story>", "eval"), dict(RUNTIME))  # noqa: S307


def _place(place: int) -> ast.Subscript:
    return ast.Subscript(ast.Name("v", ast.Load()), ast.Constant(place), ast.Load())


def _arguments() -> ast.arguments:
    return ast.arguments(posonlyargs=[], args=[ast.arg("v"), ast.arg("s")], kwonlyargs=[], kw_defaults=[], defaults=[])


def key_of(value: Value) -> str:
    """A value as the key of a table."""
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)
