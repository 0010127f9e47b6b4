"""A sitting with a reader at it, who is told pages and heard line by line."""

from dataclasses import replace

from glfstory.pages.code import run_code
from glfstory.pages.leaf import ChoiceLine
from glfstory.pages.meters import meter_words
from glfstory.pages.sitting import Sitting, sit
from glfstory.pages.stop import stop
from glfstory.plain import views
from glfstory.plain.closing import Closing
from glfstory.plain.commands import command_in
from glfstory.plain.keeping import KeptRuns, stop_lines
from glfstory.plain.setting import set_by_words, setting_lines
from glfstory.plain.start import pick
from glfstory.plain.talk import WIDTH, Talk
from glfstory.saving.desk import Desk
from glfstory.saving.places import typed_path
from glfstory.saving.resume import where
from glfstory.saving.settings import Settings

WRONG_LINES = 3
"""So many lines in a row that mean nothing end a run that no terminal feeds."""


class Table:
    """A sitting under way: `show` tells where it stands, `hear` takes one line."""

    def __init__(self, desk: Desk, talk: Talk, numbers: views.Numbers, sitting: Sitting) -> None:
        self.desk, self.talk, self.numbers, self.sitting = desk, talk, numbers, sitting
        self.done = False
        self.trouble = ""
        """Why the input made no sense, once that has ended the run."""
        self._kept = KeptRuns(desk, talk)
        self._closing = Closing(talk, numbers)
        self._acting = {
            "back": self._back,
            "save": self._save,
            "export": self._export,
            "debrief": lambda rest: self._closing.tell(self.sitting, rest),
            "again": self._again,
            "summaries": self._summaries,
            "settings": self._settings,
            "set": self._set,
            "stop": self._stop,
            "take": self._take,
        }
        self._wrong = 0
        self._not_kept = ""
        self._heading = ""
        self._meters = ""

    def show(self) -> None:
        """Tells the screenful, and without a terminal all that follow up to the next decision."""
        self._tell()
        while not self.talk.prompts and not self.sitting.is_last:
            self.sitting = self.sitting.on()
            self._tell()
        if self.sitting.is_over:
            ending, run = self.sitting.moment.ending, self.sitting.moment.run
            self.talk.gap()
            code = run_code(self.sitting.stage, run).line
            self.talk.say(
                f"The story is over{f': {ending.title}' if ending else ''}. "
                f"Its seed was {run.seed}{f', its code {code}' if code else ''}."
            )
            if self.talk.prompts:
                self.talk.say("debrief lays the run beside the record. Enter leaves; the other commands still answer.")

    def hear(self, answer: str) -> None:
        """Does what a line says: a decision, a command, or one sentence about what is possible."""
        command, rest = command_in(answer)
        choice = None if command == answer.casefold() else self._choice(answer)
        if not answer and not self.sitting.is_last:
            self.sitting = self.sitting.on()
            self.show()
        elif not answer and self.sitting.is_over:
            self.leave()
        elif choice is not None:
            self._wrong = 0
            self._decide(choice)
        elif command:
            self._wrong = 0
            self._obey(command, rest)
        else:
            self._misunderstood(answer)

    def leave(self) -> None:
        """Ends, saying where the run stands and whether it is kept."""
        self.done = True
        moment, told = self.sitting.moment, []
        if not self.sitting.is_over:
            told.append(f"You stop here: {where(self.sitting.stage, moment)}.")
        if self.desk.keeps and moment.run.entries and not self._not_kept and self.desk.given is None:
            told.append("The run is kept; glfstory goes on from here.")
        elif not self.sitting.is_over:
            code = run_code(self.sitting.stage, moment.run)
            again = (
                f"--code {code.line} goes on from here" if code.groups else f"--seed {moment.run.seed} begins it again"
            )
            told.append(f"The run is not kept; glfstory play {again}.")
        if told:
            self.talk.gap()
        for line in told:
            self.talk.say(line)

    def _tell(self) -> None:
        if not self.sitting.leaves:
            return
        leaf, talk = self.sitting.leaf, self.talk
        heading = leaf.title if leaf.season in ("", leaf.title) else f"{leaf.season}. {leaf.title}"
        if heading != self._heading:
            self._heading = heading
            talk.gap()
            talk.say(heading)
        for line in leaf.lines:
            talk.gap()
            talk.say(views.words(line, self.numbers))
        meters = meter_words(self.sitting.stage, self.sitting.moment, leaf.state) if leaf.choices else ""
        if meters != self._meters and leaf.choices:
            self._meters = meters
            talk.gap()
            talk.say(meters)
        talk.gap()
        for choice in leaf.choices:
            words = views.words(choice.words, self.numbers)
            if choice.number:
                talk.say(words, f"{choice.number}. ", 3)
            else:
                talk.say(f"{words} ({views.words(choice.reason, self.numbers)})", "- ", 2)

    def _open(self) -> list[ChoiceLine]:
        if self.sitting.is_over or not self.sitting.is_last:
            return []
        return [choice for choice in self.sitting.leaf.choices if choice.number]

    def _choice(self, answer: str) -> ChoiceLine | None:
        """The open choice that an answer names: by its number, its id, or `scene: choice`."""
        scene, colon, name = (part.strip() for part in answer.partition(":"))
        if colon and scene != self.sitting.moment.scene:
            return None
        wanted = name if colon else answer
        return next((choice for choice in self._open() if wanted in (str(choice.number), choice.id)), None)

    def _decide(self, choice: ChoiceLine) -> None:
        self.talk.gap()
        self.talk.say(f"You: {views.words(choice.words, self.numbers)}")
        self._sit(self.sitting.choose(choice.id, self._reason()))

    def _reason(self) -> str:
        """Why, where the scene asks it and somebody is there to answer; a line of a pipe or a script is a decision."""
        story = self.sitting.stage.story
        if not (self.talk.prompts and story.reasons and story.scenes[self.sitting.moment.scene].reason):
            return ""
        number = pick(self.talk, "Why?", [*story.reasons.values(), "I would rather not say."])
        return "" if number is None else [*story.reasons, ""][number]

    def _sit(self, sitting: Sitting) -> None:
        """Takes another sitting and keeps its run; a failure to keep it is told once."""
        self.sitting = sitting
        problem = self.desk.keep(sitting.moment.run)
        if problem and problem != self._not_kept:
            self.talk.gap()
            self.talk.say(problem)
        self._not_kept = problem
        self.show()

    def _misunderstood(self, answer: str) -> None:
        heard = f"{answer[:40]!r} is not possible here. " if answer else ""
        self.talk.gap()
        self.talk.say(heard + self._possible())
        self._wrong += bool(answer)
        if self._wrong == WRONG_LINES and not self.talk.prompts:
            self.done = True
            self.trouble = f"line {self.talk.line_number} of the input is the third in a row that is not possible"

    def _possible(self) -> str:
        number = len(self._open())
        if number:
            return f"Type a number from 1 to {number}, or help."
        return (
            "The story is over; type back, or help." if self.sitting.is_over else "Press Enter to go on, or type help."
        )

    def _obey(self, command: str, rest: str) -> None:
        if command in views.TELLING:
            self.talk.say_all(views.TELLING[command](self.sitting, self.numbers, rest))
        elif command in self._kept.telling:
            self.talk.say_all(self._kept.telling[command](self.sitting, rest))
        else:
            self._acting[command](rest)

    def _back(self, rest: str) -> None:
        made = len(self.sitting.moment.run.decisions)
        number = int(rest) if rest.isdecimal() and len(rest) < 6 else 0 if rest else made
        if not made:
            self.talk.say_all(["No decision has been taken yet."])
        elif not 1 <= number <= made:
            self.talk.say_all([f"Type back, or back and the number of a decision from 1 to {made}."])
        else:
            self._heading = self._meters = ""
            self._sit(self.sitting.back(made - number + 1))

    def _save(self, rest: str) -> None:
        if rest:
            path = typed_path(rest)
            problem = self.desk.keep_as(self.sitting.moment.run, path)
            self.talk.say_all([problem or f"Saved in {path}; glfstory play --load {path} goes on from it."])
        elif self.desk.keeps:
            self.talk.say_all([f"Every decision is kept in {self.desk.save}. For a copy type save and a file name."])
        else:
            self.talk.say_all(["Type save and a file name."])

    def _export(self, rest: str) -> None:
        from glfstory.exporting.files import file_transcript, usual_folders, write_transcript

        stage, run, short = self.sitting.stage, self.sitting.moment.run, self.sitting.summarised
        if rest:
            said = write_transcript(stage, run, typed_path(rest), summarised=short)
        else:
            said = file_transcript(stage, run, usual_folders(self.desk.save.parent), summarised=short)
        self.talk.say_all([said])

    def _again(self, _rest: str) -> None:
        self._heading = self._meters = ""
        self._tell()

    def _summaries(self, _rest: str) -> None:
        problem = self._settle(replace(self.desk.settings, summaries=not self.sitting.summarised))
        told = "in short form" if self.sitting.summarised else "in full"
        self.talk.say_all([f"Deaths are told {told} from here on. {problem}".strip()])

    def _settings(self, _rest: str) -> None:
        self.talk.say_all(setting_lines(self.desk.settings))

    def _set(self, rest: str) -> None:
        settings, says = set_by_words(self.desk.settings, rest)
        problem = self._settle(settings) if settings != self.desk.settings else ""
        self.talk.say_all([f"{says} {problem}".strip()])

    def _settle(self, settings: Settings) -> str:
        """Lets settings hold from here on, and keeps them where runs are kept; one sentence where that fails."""
        self.sitting = self.sitting.summarise(settings.summaries)
        self.talk.width, self.numbers.are_shown = min(WIDTH, settings.width), settings.marks
        problem = self.desk.settle(settings) if self.desk.keeps else ""
        self.desk.settings = settings
        return problem

    def _stop(self, _rest: str) -> None:
        if not self.sitting.is_over:
            page = stop(self.sitting.stage, self.sitting.so_far, keeps=self.desk.keeps)
            self.talk.say_all(stop_lines(self.sitting, page))
        self.leave()

    def _take(self, rest: str) -> None:
        run = self._kept.take(rest)
        if run is not None:
            self._heading = self._meters = ""
            self.sitting = sit(self.sitting.stage, run, summarised=self.sitting.summarised)
            self.show()
