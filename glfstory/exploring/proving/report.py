"""A proof as text, as data, and a run of it as a play file."""

import json
import textwrap
from collections.abc import Iterator, Sequence

from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.exploring.playtest.sights import CALLED, KINDS
from glfstory.exploring.proving.proof import STATES, Proof, State, Verdict
from glfstory.saving.code import code_of

WIDTH, LABEL = 80, 30
TOLD: dict[State, str] = {
    "reachable": "Reachable; each by the shortest run that was found",
    "unreachable": "Unreachable",
    "unknown": "Unknown",
}


def as_text(proof: Proof, stage: Stage, *, everything: bool = False) -> str:
    """How much of each kind there is, the endings with their runs, and all that is not known to be reachable."""
    length = f", length {proof.length}" if proof.length else ""
    searched = f"; {proof.states:,} merged states searched" if proof.states else ""
    lines = [f"{proof.story.title}{length}, played alone: {proof.runs:,} runs{searched}.", ""]
    lines += [*_table(proof)]
    shown = [each for each in proof.of("reachable") if everything or each.sight.kind in ("ending", "coda")]
    if shown:
        lines += ["", TOLD["reachable"], *(line for each in shown for line in _reached(each, stage))]
    for state in STATES[1:]:
        found = proof.of(state)
        if found:
            lines += ["", TOLD[state], *(line for each in found for line in _row(f"{each.sight}: {each.says}"))]
    return "\n".join([*lines, "", _sum(proof)])


def _table(proof: Proof) -> Iterator[str]:
    yield f"{'':{LABEL - 6}}{'all':>8}" + "".join(f"{state:>14}" for state in STATES)
    for kind in KINDS:
        found = [each for each in proof.verdicts if each.sight.kind == kind]
        if found:
            numbers = "".join(f"{sum(each.state == state for each in found):>14,}" for state in STATES)
            yield f"  {CALLED[kind]:{LABEL - 8}}{len(found):>8,}{numbers}"


def _reached(each: Verdict, stage: Stage) -> Iterator[str]:
    if each.run is not None:
        many = len(each.run.decisions)
        yield from _row(f"{each.sight}: {many} decision{'' if many == 1 else 's'}, {how_to_play(stage, each.run)}")


def how_to_play(stage: Stage, run: Run) -> str:
    """The run's code, or the seed, setup and numbers to type where the story has no codes."""
    code = code_of(stage, run)
    if code:
        return f"code {code}"
    setup = [f"--seed {run.seed}", *(f"--option {name}={word}" for name, word in run.setup.options.items())]
    first = next(iter(stage.story.lengths), "")
    setup += [f"--length {run.setup.length}"] if run.setup.length != first else []
    typed = " ".join(f"{each.scene}.{each.choice}" for each in run.decisions)
    return f"{' '.join(setup)}, {typed}".rstrip(", ")


def _row(text: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False, break_long_words=False
    )


def _sum(proof: Proof) -> str:
    counts = {state: len(proof.of(state)) for state in STATES[1:]}
    if proof.is_clean:
        return "Everything can be reached."
    return ", ".join(f"{count:,} {state}" for state, count in counts.items() if count).capitalize() + "."


def as_data(proof: Proof, stage: Stage) -> str:
    """The same as JSON, with every run."""
    rows = [_data(each, stage) for each in proof.verdicts]
    effort = proof.effort
    told = {
        "prove": 1,
        "clean": proof.is_clean,
        "story": proof.story.id,
        "version": proof.story.version,
        "length": proof.length,
        "runs": proof.runs,
        "states": proof.states,
        "budget": {"runs": effort.runs, "hunt": effort.hunt, "states": effort.states, "seeds": effort.seeds},
        "seed": effort.seed,
        "counts": {state: len(proof.of(state)) for state in STATES},
        "verdicts": rows,
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _data(each: Verdict, stage: Stage) -> dict[str, object]:
    row: dict[str, object] = {"kind": each.sight.kind, "id": each.sight.id, "verdict": each.state}
    if each.says:
        row["reason"] = each.says
    if each.run is not None:
        row["run"] = {
            "code": code_of(stage, each.run) or None,
            "seed": each.run.seed,
            "options": dict(each.run.setup.options),
            "length": each.run.setup.length,
            "decisions": [[one.scene, one.choice] for one in each.run.decisions],
        }
    return row


def as_play_file(verdict: Verdict, run: Run) -> str:
    """A run as a story's own test."""
    lines = [f"# The shortest run that glfstory prove found to the {verdict.sight}.", f"seed {run.seed}"]
    lines += [f"option {name} = {word}" for name, word in run.setup.options.items()]
    lines += [f"length {run.setup.length}"] if run.setup.length else []
    lines += ["", *(f"> {each.scene}: {each.choice}" for each in run.decisions)]
    return "\n".join([*lines, *_asked(verdict)]) + "\n"


def _asked(verdict: Verdict) -> Sequence[str]:
    """What a play file asks at the end of the run."""
    name, _, choice = verdict.sight.id.partition(".")
    match verdict.sight.kind:
        case "ending":
            return [f"ends: {name}"]
        case "choice":
            return [f"holds: chose('{name}.{choice}')"]
        case "scene":
            return [f"holds: seen('{name}')"]
    return []
