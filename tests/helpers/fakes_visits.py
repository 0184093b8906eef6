"""What services for visits need from outside, in memory: a store, a clock, a little content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from gettext import NullTranslations

from kiosk.domain import facts
from kiosk.domain.code import VisitCode, free_codes
from kiosk.domain.content import (
    AskQuestion,
    Card,
    CheckQuestion,
    Choice,
    ContentLibrary,
    Paragraph,
    Picture,
    Sign,
    SignLabel,
    Stage,
    Subject,
    Topic,
    TopicText,
)
from kiosk.domain.errors import ErrorCode, StorageError
from kiosk.domain.facts import AlertKind, Entry
from kiosk.domain.instrument_text import InstalledText
from kiosk.domain.journey import Step
from kiosk.domain.replay import replay
from kiosk.domain.visit import Visit, VisitState
from kiosk.i18n import Words
from kiosk.services import intents
from kiosk.services.intents import Intent
from kiosk.services.journey import Backend, Journey
from kiosk.services.ports import BoardPlace, BoardRow
from kiosk.services.rehearsal_text import rehearsal_text
from kiosk.services.visits import Visits

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
EVERYONE = frozenset(Stage)


@dataclass
class TickingClock:
    """A clock that goes on by a second whenever it is looked at."""

    now: datetime = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass
class MemoryVisits:
    """A VisitStore in memory, held to the same contract: a change is whole or not at all.

    `failing_after` lets so many changes pass and then refuses each one, as a full disk would;
    None refuses nothing. `written` counts the changes; `printed` names the visits whose page
    came out of the printer.
    """

    facts: dict[str, list[Entry]] = field(default_factory=dict)
    failing_after: int | None = None
    written: int = 0
    printed: set[str] = field(default_factory=set)

    def append(self, visit_id: str, entries: Sequence[Entry], visit: Visit) -> None:
        """Add facts; the row handed over must be what the facts say."""
        self._change()
        together = [*self.facts.get(visit_id, []), *entries]
        assert replay(together) == visit
        self.facts[visit_id] = together

    def entries(self, visit_id: str) -> list[Entry]:
        """All facts of a visit."""
        return list(self.facts.get(visit_id, []))

    def forget(self, visit_id: str, kept: Sequence[Entry], visit: Visit) -> None:
        """Replace a visit's facts by those kept."""
        self._change()
        assert replay(kept) == visit
        self.facts[visit_id] = list(kept)

    def remove(self, visit_id: str) -> None:
        """Delete a visit altogether."""
        self._change()
        del self.facts[visit_id]

    def ids_in(self, state: VisitState) -> list[str]:
        """Visits in a state, oldest first."""
        return [visit_id for visit_id in self.facts if self.visit(visit_id).state is state]

    def codes_in_use(self) -> set[VisitCode]:
        """Codes of visits that nobody has reviewed."""
        visits = [self.visit(visit_id) for visit_id in self.facts]
        return {visit.code for visit in visits if visit.reviewed_at is None}

    def board(
        self, *, limit: int, after: BoardPlace | None = None, code: str = ""
    ) -> list[BoardRow]:
        """A page of the board in the order of the store: by what there is to do."""
        rows = [self._row(place, visit_id) for place, visit_id in enumerate(self.facts)]
        wanted = [row for row in rows if code in str(row.code)]
        wanted.sort(key=lambda row: row.place)
        return [row for row in wanted if after is None or row.place > after][:limit]

    def alerts_waiting(self) -> int:
        """How many alerts nobody has acknowledged."""
        return sum(len(self.visit(visit_id).open_alerts) for visit_id in self.facts)

    def is_code_open(self, code: VisitCode, but: str) -> bool:
        """Whether another visit that nobody has reviewed holds this code."""
        others = [self.visit(visit_id) for visit_id in self.facts if visit_id != but]
        return any(visit.code == code and visit.reviewed_at is None for visit in others)

    def find_code(self, code: str) -> str | None:
        """The newest visit that carries this code."""
        return next((i for i in reversed(self.facts) if str(self.visit(i).code) == code), None)

    def asked_at(self, chart: str, but: str) -> datetime | None:
        """When another visit of a chart last completed its questionnaire."""
        others = [self.visit(visit_id) for visit_id in self.facts if visit_id != but]
        moments = [v.form.finished_at for v in others if chart and v.chart == chart]
        return max((moment for moment in moments if moment), default=None)

    def visit(self, visit_id: str) -> Visit:
        """A visit as its stored facts tell it."""
        return replay(self.facts[visit_id])

    def only(self) -> Visit:
        """The one visit that is stored."""
        (visit_id,) = self.facts
        return self.visit(visit_id)

    def happened(self, visit_id: str) -> list[str]:
        """The names of a visit's facts in order."""
        return [type(entry.fact).__name__ for entry in self.facts[visit_id]]

    def _row(self, place: int, visit_id: str) -> BoardRow:
        visit = self.visit(visit_id)
        since = min((alert.raised_at for alert in visit.open_alerts), default=None)
        order = -visit.started_at.timestamp() if since is None else since.timestamp()
        return BoardRow(
            visit_id=visit_id,
            code=visit.code,
            state=visit.state,
            language=visit.language,
            started_at=visit.started_at,
            updated_at=visit.updated_at,
            open_alerts=len(visit.open_alerts),
            alert_since=since,
            help_wanted=visit.help_wanted,
            printed=visit_id in self.printed,
            reviewed=visit.reviewed_at is not None,
            slip=visit.slip,
            place=BoardPlace(_rank(visit, visit_id in self.printed), round(order * 1e6), place),
        )

    def _change(self) -> None:
        if self.failing_after is not None:
            if self.failing_after <= 0:
                raise StorageError(ErrorCode.DISK_FULL)
            self.failing_after -= 1
        self.written += 1


def _rank(visit: Visit, printed: bool) -> int:
    done = {VisitState.FINISHED: 2, VisitState.UNFINISHED: 3}
    holds = (bool(visit.open_alerts), visit.reviewed_at is not None, visit.help_wanted, printed)
    ranks = [rank for rank, is_so in zip((0, 6, 1, 5), holds, strict=True) if is_so]
    return ranks[0] if ranks else done.get(visit.state, 4)


def take_codes(store: MemoryVisits, *, leave: int = 0) -> None:
    """Fill the store with open visits, one for every code but the last few."""
    codes = list(free_codes([]))
    for code in codes[: len(codes) - leave]:
        started = facts.Started(code.colour, code.number, "en", "rehearsal")
        store.facts[str(code)] = [Entry(START, started)]


def topic_text(topic: str, language: str, cards: int, checks: int, questions: int) -> TopicText:
    """A topic's text, its words made of its ids."""
    named = f"{topic} {language}"
    return TopicText(
        language=language,
        title=f"Title {named}",
        spoken=f"Spoken {named}",
        cards=tuple(
            Card(f"card-{n}", f"Card {n} {named}", Picture("p.svg", "alt"), (Paragraph("text"),))
            for n in range(cards)
        ),
        checks=tuple(
            CheckQuestion(
                f"check-{n}",
                f"Check {n} {named}?",
                (
                    Choice("wrong", "Wrong", right=False, explanation="No."),
                    Choice("right", "Right", right=True, explanation="Yes."),
                ),
            )
            for n in range(checks)
        ),
        questions=tuple(AskQuestion(f"ask-{n}", f"Ask {n} {named}?") for n in range(questions)),
    )


def topic(
    topic_id: str,
    order: int = 1,
    *,
    stages: Iterable[Stage] = EVERYONE,
    languages: Iterable[str] = ("en", "es"),
    shape: tuple[int, int, int] = (3, 2, 2),
) -> Topic:
    """A topic with so many (cards, checks, questions) in each language."""
    return Topic(
        id=topic_id,
        order=order,
        stages=frozenset(stages),
        tint=1,
        icon="heart",
        minutes=2,
        sources=(),
        texts={language: topic_text(topic_id, language, *shape) for language in languages},
        folder=f"content/topics/{topic_id}",
    )


def sign(sign_id: str, subject: Subject = Subject.MOTHER) -> Sign:
    """A warning sign in English."""
    label = SignLabel("Label", "Say", "Label after a loss", "Say after a loss")
    return Sign(sign_id, subject, f"{sign_id}.svg", EVERYONE, {"en": label})


def small_library(*topics: Topic, approved: Iterable[tuple[str, str]] = ()) -> ContentLibrary:
    """Three topics, unless others are given; Arabic lacks one, and French has none of them."""
    return ContentLibrary(
        topics=topics
        or (
            topic("preeclampsia", 1, languages=("en", "es", "ar")),
            topic("safe-sleep", 2, stages=(Stage.PREGNANT, Stage.POSTPARTUM)),
            topic("feelings", 9, languages=("en", "es", "ar")),
        ),
        signs=(sign("headache"), sign("vision-changes"), sign("fever")),
        help_lines=(),
        languages=("en", "es", "ar"),
        approved=frozenset(approved),
    )


@dataclass
class Kiosk:
    """A journey with all it needs in memory; `texts` holds installed wordings by language.

    Without `practice` nothing is shown where none is installed.
    """

    store: MemoryVisits = field(default_factory=MemoryVisits)
    clock: TickingClock = field(default_factory=TickingClock)
    library: ContentLibrary = field(default_factory=small_library)
    texts: dict[str, InstalledText] = field(default_factory=dict[str, InstalledText])
    practice: bool = True
    opened: int = 0

    def __post_init__(self) -> None:
        self.visits = Visits(self.store, self.clock, "rehearsal")
        self.journey = Journey(self._backend)

    def do(self, *wanted: Intent) -> Step:
        """Do one intent after another; gives the step reached."""
        for intent in wanted:
            self.journey.handle(intent)
        return self.journey.step

    def come_in(self, stage: Stage = Stage.POSTPARTUM, weeks: int | None = 6) -> Step:
        """Everything up to home."""
        self.do(intents.ChooseLanguage("en"), intents.GoNext(), intents.GiveStage(stage))
        if stage is not Stage.SUPPORTING:
            self.do(intents.GiveWeeks(weeks))
        return self.do(intents.GiveInterpreter(wanted=False))

    def begin_form(self, *positions: int) -> Step:
        """Open the questionnaire and answer and go on, item by item."""
        self.do(intents.OpenCheckIn(), intents.GoNext())
        return self.answer(*positions)

    def answer(self, *positions: int) -> Step:
        """Answer the item shown and go on, for each position."""
        for position in positions:
            self.do(intents.AnswerItem(position, 2.0), intents.GoNext())
        return self.journey.step

    @property
    def alerts(self) -> list[AlertKind]:
        """Why staff were called, as it is stored."""
        return [alert.kind for alert in self.store.only().alerts]

    def _backend(self) -> Backend:
        self.opened += 1
        return Backend(self.visits, self.library, self._text_for)

    def _text_for(self, language: str) -> InstalledText | None:
        practice = rehearsal_text(Words(language, NullTranslations())) if self.practice else None
        return self.texts.get(language, practice)
