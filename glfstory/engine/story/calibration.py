"""What a story's model is measured by: numbers of many runs beside the record, and what must hold between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of the model, taken over many runs of one policy under one setting."""

    id: str
    says: str
    show: str
    """The expression that is worked out in every run."""
    heading: str
    """The table in which it stands."""
    policy: str
    under: Mapping[str, str] = field(default_factory=dict)
    """Options of those runs, where they differ from the story's own."""
    changed: Mapping[str, float] = field(default_factory=dict)
    """Constants given another value: an experiment."""
    at: str | None = None
    """The season at whose close it is read; without one, the last."""
    quantile: float = 0.5
    """Which of the runs is taken, in the order of their values: 0.5 is the median."""
    unit: str = ""
    record: float | None = None
    """What the record says, where it gives one number."""
    low: float | None = None
    high: float | None = None
    """What the model may say; None for both where nothing is asked of it."""
    facts: tuple[str, ...] = ()
    assumed: str = ""
    """Where the record's number comes from, where no fact gives it."""

    @property
    def is_asked(self) -> bool:
        """Whether the model is held to it."""
        return self.low is not None or self.high is not None

    def holds(self, value: float) -> bool:
        """Whether the model's value is within what is asked."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class Relation:
    """What must hold between measures."""

    id: str
    says: str
    holds: str
    """A condition over measures."""
    always: bool = False
    """Whether it must hold too when any one constant is moved to an end of its range."""
    facts: tuple[str, ...] = ()
    assumed: str = ""
