"""When staff are called, and what they are told besides."""

from __future__ import annotations

from typing import Final

from kiosk.domain import facts
from kiosk.domain.blood_pressure import Grade, Reading, grade
from kiosk.domain.epds import EPDS
from kiosk.domain.facts import AlertKind, Fact, NoteKind
from kiosk.domain.instrument import Instrument, raises_alert
from kiosk.domain.visit import FormState, Visit

_GRADES: Final = {
    AlertKind.BLOOD_PRESSURE_HIGH: Grade.HIGH,
    AlertKind.BLOOD_PRESSURE_SEVERE: Grade.SEVERE,
}


def due_alerts(visit: Visit, instrument: Instrument = EPDS) -> tuple[Fact, ...]:
    """The alerts that the visit calls for and that were not raised yet.

    Call it when she goes on from a screen or leaves it in any way: an answer to
    an alert item counts as soon as she does.
    """
    kinds: list[AlertKind] = []
    called = raises_alert(instrument, visit.form.positions)
    if called and not visit.alerts_of(AlertKind.ITEM_10):
        kinds.append(AlertKind.ITEM_10)
    if _signs_unreported(visit):
        kinds.append(AlertKind.WARNING_SIGN)
    kinds.extend(_pressure_alerts(visit))
    start = len(visit.alerts) + 1
    return tuple(facts.AlertRaised(start + i, kind) for i, kind in enumerate(kinds))


def due_notes(visit: Visit, instrument: Instrument = EPDS) -> tuple[Fact, ...]:
    """The notes to staff that an ended visit calls for and that are not there yet."""
    wanted: list[NoteKind] = []
    unasked = instrument.alert_items - visit.form.positions.keys()
    if visit.form_state is FormState.UNFINISHED and unasked:
        wanted.append(NoteKind.ASK_IN_PERSON)
    if visit.form_state is FormState.DECLINED and NoteKind.RATHER_WITH_STAFF not in visit.notes:
        wanted.append(NoteKind.DECLINED)
    return tuple(facts.NoteAdded(kind) for kind in wanted if kind not in visit.notes)


def calling_reading(kind: AlertKind, visit: Visit) -> Reading | None:
    """The latest reading, as the visit stands, that calls for this kind of alert."""
    wanted, any_sign = _GRADES.get(kind), bool(visit.signs)
    called = (r for r in reversed(visit.readings) if grade(r, any_sign=any_sign) is wanted)
    return next(called, None)


def changed_to_zero(visit: Visit, instrument: Instrument = EPDS) -> bool:
    """Whether an alert item raised an alert and was set to zero afterwards."""
    answered = bool(instrument.alert_items & visit.form.positions.keys())
    raised = bool(visit.alerts_of(AlertKind.ITEM_10))
    return raised and answered and not raises_alert(instrument, visit.form.positions)


def _signs_unreported(visit: Visit) -> bool:
    raised = {s for alert in visit.alerts_of(AlertKind.WARNING_SIGN) for s in alert.signs}
    return any(sign not in raised for sign in visit.signs)


def _pressure_alerts(visit: Visit) -> tuple[AlertKind, ...]:
    grades = {grade(reading, any_sign=bool(visit.signs)) for reading in visit.readings}
    if Grade.SEVERE in grades:
        kind = AlertKind.BLOOD_PRESSURE_SEVERE
    elif Grade.HIGH in grades:
        kind = AlertKind.BLOOD_PRESSURE_HIGH
    else:
        return ()
    return () if visit.alerts_of(kind) else (kind,)
