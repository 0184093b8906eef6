"""Rehearsal scripts: TOML files that say what a simulated visitor does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal, NoReturn

import msgspec

from kiosk.domain.blood_pressure import Reading, parse_reading
from kiosk.domain.content import ContentLibrary, Stage
from kiosk.domain.epds import EPDS
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.facts import Leaving
from kiosk.domain.instrument import Instrument
from kiosk.domain.journey import PRESSURE_TOPIC
from kiosk.domain.language import LANGUAGES
from kiosk.domain.script import LeavePoint, Script
from kiosk.domain.visit import EPDS_LAST_WEEK
from kiosk.files import read_text
from kiosk.library.finding import LONGEST, nearest, printable
from kiosk.library.leave import read_leave_point
from kiosk.library.tables import Toml, parse, read_struct

LONGEST_READING: Final = 7

_WEEKS: Final = {
    Stage.PREGNANT: range(1, 43),
    Stage.POSTPARTUM: range(100),
    Stage.LOSS: range(100),
}
_USUAL_WEEKS: Final = {Stage.PREGNANT: 20, Stage.POSTPARTUM: 6}


class ScriptTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a script as they are written."""

    language: str
    stage: Stage = Stage.POSTPARTUM
    weeks: int | None = None
    interpreter: bool = False
    topics: tuple[str, ...] = ()
    check_answers: Literal["right", "wrong"] = "right"
    blood_pressure: str | None = None
    signs: tuple[str, ...] = ()
    epds: tuple[int, ...] | None = None
    with_staff: bool = False
    questions: int = 0
    take_home: bool = False
    help: bool = False
    called: bool = False
    forget: bool = False
    leave_at: str | None = None
    leave_by: Literal["idle", "quiet", "crash"] | None = None


def load_script(path: Path, library: ContentLibrary, instrument: Instrument = EPDS) -> Script:
    """Read a script and hold it against the content and the questionnaire it is for.

    Raises:
        InputError: The file cannot be read, or something in it is not as it must be; the
            place names its line.
    """
    file = parse(read_text(path), str(path))
    table, faults = read_struct(file, file.table, ScriptTable)
    if table is None:
        raise faults[0]
    return _Checker(file, table, library, instrument).script()


class _Checker:
    def __init__(
        self, file: Toml, table: ScriptTable, library: ContentLibrary, instrument: Instrument
    ) -> None:
        self._file = file
        self._table = table
        self._library = library
        self._instrument = instrument

    def script(self) -> Script:
        table = self._table
        self._language()
        self._topics()
        self._signs()
        self._epds()
        if table.questions < 0:
            self._bad("questions", "0 or more can be ticked")
        return Script(
            language=table.language,
            stage=table.stage,
            weeks=self._weeks(),
            interpreter=table.interpreter,
            topics=table.topics,
            answers_right=table.check_answers == "right",
            blood_pressure=self._reading(),
            signs=table.signs,
            epds=table.epds,
            with_staff=table.with_staff,
            questions=table.questions,
            take_home=table.take_home,
            help=table.help,
            called=table.called,
            forget=table.forget,
            leave_at=self._leave_at(),
            leave_by=self._leave_by(),
        )

    def _language(self) -> None:
        language = self._table.language
        if language not in LANGUAGES or language not in self._library.languages:
            self._fail(
                ErrorCode.UNKNOWN_LANGUAGE,
                self._file.place("language"),
                given=_shown(language),
                known=", ".join(self._library.languages),
            )

    def _weeks(self) -> int | None:
        stage, weeks = self._table.stage, self._table.weeks
        allowed = _WEEKS.get(stage)
        if allowed is None:
            return None
        if weeks is not None and weeks not in allowed:
            self._bad("weeks", f"{stage} takes {allowed.start} to {allowed.stop - 1}")
        return _USUAL_WEEKS.get(stage) if weeks is None else weeks

    def _topics(self) -> None:
        topics = {topic.id: topic for topic in self._library.shown_topics}
        for given in self._table.topics:
            if given not in topics:
                self._unknown(ErrorCode.UNKNOWN_TOPIC, "topics", given, list(topics))
            if self._table.language not in topics[given].texts:
                there = [t.id for t in topics.values() if self._table.language in t.texts]
                known = f"in {self._table.language} only {', '.join(there)}"
                place = self._item("topics", given)
                self._fail(ErrorCode.UNKNOWN_TOPIC, place, given=given, known=known)
        self._once("topics", self._table.topics)

    def _signs(self) -> None:
        signs = {sign.id: sign for sign in self._library.signs}
        stage = self._table.stage
        there = [sign.id for sign in signs.values() if stage in sign.stages]
        for given in self._table.signs:
            if given not in signs:
                self._unknown(ErrorCode.UNKNOWN_SIGN, "signs", given, there)
            if given not in there:
                reason = f"the sign {given} is not shown at the stage {stage}; remove it"
                self._contradiction(self._item("signs", given), reason)
        self._once("signs", self._table.signs)

    def _reading(self) -> Reading | None:
        text = self._table.blood_pressure
        if text is None:
            return None
        if PRESSURE_TOPIC not in self._table.topics:
            reason = f"blood_pressure is entered in the topic {PRESSURE_TOPIC}; add it to topics"
            self._contradiction(self._file.place("blood_pressure"), reason)
        # A longer one is no reading, and thousands of digits are more than int takes.
        reading = parse_reading(text) if len(text) <= LONGEST_READING else None
        if reading is None:
            self._bad("blood_pressure", 'write it like "148/94"')
        if not reading.plausible:
            self._bad("blood_pressure", "nobody has such a reading; correct the figures")
        return reading

    def _epds(self) -> None:
        table, place = self._table, self._file.place("epds")
        if table.with_staff:
            if table.epds is not None:
                reason = "with_staff means that she answers with staff; remove epds or with_staff"
                self._contradiction(self._file.place("with_staff"), reason)
            self._offered("with_staff")
        if table.epds is None:
            return
        self._offered("epds")
        items = self._instrument.items
        if len(table.epds) > len(items):
            self._fail(ErrorCode.TOO_MANY_ANSWERS, place, most=len(items))
        for item, position in zip(items, table.epds, strict=False):
            most = len(item.points)
            if not 1 <= position <= most:
                self._fail(ErrorCode.BAD_POSITION, place, item=item.number, most=most)

    def _offered(self, key: str) -> None:
        stage, weeks = self._table.stage, self._table.weeks
        place = self._file.place(key)
        if stage is Stage.SUPPORTING:
            self._contradiction(place, f"the check-in is not offered to companions; remove {key}")
        if stage is Stage.POSTPARTUM and weeks is not None and weeks > EPDS_LAST_WEEK:
            reason = (
                f"the check-in is offered up to {EPDS_LAST_WEEK} weeks after birth;"
                f" remove {key} or lower weeks"
            )
            self._contradiction(place, reason)

    def _leave_at(self) -> LeavePoint | None:
        given = self._table.leave_at
        if given is None:
            return None
        return read_leave_point(
            given,
            self._file.place("leave_at"),
            self._library.topic,
            language=self._table.language,
            stage=self._table.stage,
            topics=self._table.topics,
            items=len(self._instrument.items),
            answers=self._table.epds,
        )

    def _leave_by(self) -> Leaving | None:
        table = self._table
        if table.leave_by is not None and table.leave_at is None:
            reason = "leave_by needs leave_at, where she leaves; add it or remove leave_by"
            self._contradiction(self._file.place("leave_by"), reason)
        by = Leaving(table.leave_by) if table.leave_by else Leaving.QUIET
        if table.forget and (table.leave_at is None or by is not Leaving.QUIET):
            reason = 'forget is asked when she leaves quietly; add leave_at with leave_by = "quiet"'
            self._contradiction(self._file.place("forget"), reason)
        return by if table.leave_at is not None else None

    # --- faults ---

    def _unknown(self, code: ErrorCode, key: str, given: str, known: list[str]) -> NoReturn:
        told = ", ".join(known) + nearest(given, known)
        self._fail(code, self._item(key, given), given=_shown(given), known=told)

    def _once(self, key: str, items: tuple[str, ...]) -> None:
        for index, item in enumerate(items):
            if item in items[:index]:
                self._bad(key, f"{item} stands there twice; name it once")

    def _bad(self, key: str, reason: str) -> NoReturn:
        self._fail(ErrorCode.BAD_VALUE, self._file.place(key), key=key, reason=reason)

    def _contradiction(self, place: Place, reason: str) -> NoReturn:
        self._fail(ErrorCode.SCRIPT_CONTRADICTS, place, reason=reason)

    def _fail(self, code: ErrorCode, place: Place, **params: str | int) -> NoReturn:
        raise InputError(code, place=place, **params)

    def _item(self, key: str, item: str) -> Place:
        """Where an item of a list stands; the list may have many lines."""
        place = self._file.place(key)
        lines = self._file.text.split("\n")
        wanted = re.compile("[\"']" + re.escape(item) + "[\"']")
        first = place.line or 1
        for number, line in enumerate(lines[first - 1 :], start=first):
            if match := wanted.search(line.partition("#")[0]):
                return Place(place.path, number, match.start() + 1)
        return place


def _shown(text: str) -> str:
    return printable(text[:LONGEST])
