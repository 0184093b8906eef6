"""Made-up summaries; no wording of the scale."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from kiosk.domain.blood_pressure import Reading
from kiosk.domain.code import VisitCode
from kiosk.domain.content import Stage
from kiosk.domain.epds import CITATION, EPDS
from kiosk.domain.facts import AlertKind, NoteKind, Outcome
from kiosk.domain.form_summary import AnswerRow, FormSummary
from kiosk.domain.instrument import score
from kiosk.domain.summary import Summary, TopicRow, UrgentLine
from kiosk.domain.visit import FormState, VisitState

US_FORM = "cox-holden-sagovsky-1987-us-form"
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=timezone(timedelta(hours=-6)))
SECONDS = (31.2, 24.4, 40.1, 22.0, 35.3, 28.6, 33.4, 27.0, 25.1, 43.3)  # 310.4 in all
MODERATE = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 2, 7: 3, 8: 2, 9: 3, 10: 4}

ANSWERS = {
    "en": "Answer {n}",
    "es": "Respuesta {n}, ni más ni menos",
    "ar": "الجوابُ رقم {n} (كالمُعتاد)",
}


def form(
    positions: dict[int, int] | None = None,
    *,
    language: str = "en",
    clinic: str | None = "en",
    state: FormState = FormState.COMPLETE,
    version: str = US_FORM,
    answers: dict[str, str] = ANSWERS,
) -> FormSummary:
    given = positions or {}
    scored = score(EPDS, given)

    def said(of: str | None, position: int | None) -> str | None:
        return answers[of].format(n=position) if of and position else None

    rows = tuple(
        AnswerRow(
            item.number,
            given.get(item.number),
            scored.points.get(item.number),
            said(clinic, given.get(item.number)),
            said(language, given.get(item.number)),
            SECONDS[item.number - 1] if item.number in given else None,
            len(item.points),
            item.number in EPDS.alert_items,
        )
        for item in EPDS.items
    )
    return FormSummary(
        instrument=EPDS,
        state=state,
        score=scored,
        rows=rows,
        cut_offs=EPDS.cut_offs.get(version, ()),
        text_version=version if given else "",
        text_language=language if given else "",
        verified=True,
        rehearsal=version == "rehearsal",
        differences=(),
        accepted_by="",
        citation=CITATION,
        permission="Letter of the publisher, 3 May 2026" if given else "",
        seconds=310.4 if given else 0.0,
    )


TOPICS = (
    TopicRow("preeclampsia", "Preeclampsia: signs to know", 8, 8, 3, 3, ()),
    TopicRow("safe-sleep", "Safe sleep", 7, 5, 3, 2, ("Where is it safer to feed at night?",)),
)
QUESTIONS = (
    "How do I measure my blood pressure at home?",
    "Is it safe to take my medicine while breastfeeding?",
)


def summary(**changes: object) -> Summary:
    whole = Summary(
        code=VisitCode("green", 42),
        mode="clinic",
        state=VisitState.FINISHED,
        language="en",
        stage=Stage.POSTPARTUM,
        weeks=5,
        interpreter=False,
        started_at=NOW - timedelta(minutes=18),
        ended_at=NOW,
        urgent=(),
        notes=(),
        form=form(MODERATE),
        topics=TOPICS,
        questions=QUESTIONS,
        readings=(),
        draft=False,
        forgotten=False,
    )
    return replace(whole, **changes)  # pyright: ignore[reportArgumentType]


def alert(
    kind: AlertKind,
    *,
    by: str | None = None,
    points: int | None = None,
    changed: bool = False,
    reading: Reading | None = None,
    signs: Iterable[str] = (),
) -> UrgentLine:
    return UrgentLine(
        kind=kind,
        raised_at=NOW - timedelta(minutes=3),
        acknowledged_at=NOW - timedelta(minutes=1) if by else None,
        by=by,
        outcome=Outcome.SEEN if by else None,
        points=points,
        changed_to_zero=changed,
        reading=reading,
        signs=tuple(signs),
    )


def complete() -> Summary:
    return summary()


def spanish() -> Summary:
    return summary(
        language="es", interpreter=True, form=form(MODERATE, language="es"),
        code=VisitCode("rose", 17),
    )  # fmt: skip


def arabic() -> Summary:
    return summary(
        language="ar", interpreter=True, form=form(MODERATE, language="ar", version="other-text"),
        code=VisitCode("amber", 90), stage=Stage.PREGNANT, weeks=30,
    )  # fmt: skip


def unfinished() -> Summary:
    return summary(
        state=VisitState.UNFINISHED,
        form=form({1: 1, 2: 2, 3: 4, 4: 1}, state=FormState.UNFINISHED),
        questions=(), notes=(NoteKind.HELP,), code=VisitCode("violet", 33),
    )  # fmt: skip


def declined() -> Summary:
    return summary(
        form=form(state=FormState.DECLINED), code=VisitCode("blue", 21),
        notes=(NoteKind.DECLINED, NoteKind.RATHER_WITH_STAFF),
    )  # fmt: skip


def item_10() -> Summary:
    return summary(
        form=form({**MODERATE, 10: 2}, language="es"), language="es", code=VisitCode("teal", 55),
        urgent=(
            alert(AlertKind.ITEM_10, points=2, by="R. Molina"),
            alert(AlertKind.BLOOD_PRESSURE_HIGH, reading=Reading(148, 94)),
        ),
        readings=(Reading(152, 92), Reading(148, 94)),
    )  # fmt: skip


def nothing() -> Summary:
    return summary(
        state=VisitState.UNFINISHED, form=form(state=FormState.UNFINISHED), topics=(),
        questions=(), stage=None, weeks=None, code=VisitCode("brown", 12),
    )  # fmt: skip


def education() -> Summary:
    return summary(
        form=form(state=FormState.NOT_OFFERED), stage=Stage.SUPPORTING, weeks=None,
        code=VisitCode("grey", 76),
    )  # fmt: skip


def loss() -> Summary:
    return summary(
        stage=Stage.LOSS, weeks=3, notes=(NoteKind.LOSS, NoteKind.ASK_IN_PERSON),
        form=form(dict.fromkeys(range(1, 10), 2), state=FormState.UNFINISHED), topics=(),
        questions=(), code=VisitCode("blue", 48),
    )  # fmt: skip


def rehearsal() -> Summary:
    return summary(
        mode="rehearsal", draft=True, form=form(MODERATE, version="rehearsal"),
        code=VisitCode("green", 10),
    )  # fmt: skip


LONG = {
    "en": "Answer {n}, which is a made-up string of a length that a careful translator might need",
    "es": "Respuesta {n}, una frase inventada y muy larga, como la que necesitaría quien traduce",
    "ar": "الجواب رقم {n} (وهو جملةٌ طويلةٌ مُختلَقة) لا معنى لها سوى أن تملأ السطرَ كلَّه ثم تعود",
}


def worst(language: str = "es", answers: dict[str, str] = LONG) -> Summary:
    topics = tuple(
        TopicRow(
            f"t{n}", f"A topic with quite a long title, number {n}", 9, 7, 4, 1,
            (
                f"Is this the first long check question of topic {n} that was missed?",
                f"And is this the second long check question of topic {n}, also missed?",
                "Third?",
            ),
        )
        for n in range(1, 9)
    )  # fmt: skip
    changed = replace(
        form({**MODERATE, 10: 1}, language=language, answers=answers),
        verified=False, differences=("3", "3/2", "6/1", "10/4"), accepted_by="Dr. A. Longname",
        permission="Licence 2026/1187 of the publisher for one clinic and two kiosks " * 3,
    )  # fmt: skip
    return summary(
        mode="rehearsal", draft=True, language=language, interpreter=True, form=changed,
        state=VisitState.UNFINISHED, forgotten=True, notes=tuple(NoteKind), stage=Stage.LOSS,
        urgent=(
            alert(AlertKind.ITEM_10, points=3, by="Maria Fernanda Oliveira-Santos"),
            alert(AlertKind.WARNING_SIGN, signs=[f"sign-{n}" for n in range(26)]),
            alert(AlertKind.BLOOD_PRESSURE_HIGH, reading=Reading(172, 118), by="N."),
            alert(AlertKind.BLOOD_PRESSURE_SEVERE, reading=Reading(172, 118)),
        ),
        readings=(Reading(148, 94), Reading(150, 99), Reading(172, 118)),
        topics=topics,
        questions=tuple(
            f"Is this question number {n} of those that she would like to ask today?"
            for n in range(1, 13)
        ),
        started_at=datetime(2026, 11, 23, tzinfo=UTC),
    )  # fmt: skip


CASES = {
    "complete": complete,
    "spanish": spanish,
    "arabic": arabic,
    "unfinished": unfinished,
    "declined": declined,
    "item_10": item_10,
    "nothing": nothing,
    "education": education,
    "loss": loss,
    "rehearsal": rehearsal,
    "worst": worst,
}
