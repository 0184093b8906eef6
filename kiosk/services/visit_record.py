"""A visit as plain data: what `kiosk rehearse` writes as visit.json."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kiosk.domain.content import ContentLibrary
from kiosk.domain.epds import ANXIETY, EPDS, SELF_HARM_ITEM
from kiosk.domain.instrument import Instrument, score
from kiosk.domain.summary import topic_rows
from kiosk.domain.visit import Alert, Visit, VisitState


def visit_record(
    visit: Visit,
    library: ContentLibrary,
    screens: Sequence[str],
    instrument: Instrument = EPDS,
) -> dict[str, Any]:
    """The visit in the layout of visit.json; times are ISO 8601 with zone."""
    reading = visit.reading
    return {
        "code": str(visit.code),
        "mode": visit.mode,
        "language": visit.language,
        "stage": visit.stage,
        "weeks": visit.weeks,
        "interpreter": visit.interpreter,
        "state": "finished" if visit.state is VisitState.FINISHED else "unfinished",
        "topics": [
            {
                "id": row.id,
                "cards": row.cards,
                "cards_read": row.cards_read,
                "asked": row.asked,
                "right": row.right,
            }
            for row in topic_rows(visit, library)
        ],
        "signs": list(visit.signs),
        "blood_pressure": str(reading) if reading else None,
        "questions": [{"topic": topic, "id": question} for topic, question in visit.questions],
        "epds": _form(visit, instrument),
        "alerts": [_alert(alert) for alert in visit.alerts],
        "notes": [{"kind": kind} for kind in visit.notes],
        "screens": list(screens),
    }


def _form(visit: Visit, instrument: Instrument) -> dict[str, Any]:
    form = visit.form
    result = score(instrument, form.positions)
    return {
        "state": visit.form_state,
        "positions": [form.positions[number] for number in sorted(form.positions)],
        "total": result.total,
        "item_10": result.points.get(SELF_HARM_ITEM),
        "anxiety": result.subscales.get(ANXIETY),
        "text_version": ", ".join(form.versions) or None,
        "verified": form.all_verified,
        "seconds": round(form.seconds, 1),
    }


def _alert(alert: Alert) -> dict[str, Any]:
    return {
        "kind": alert.kind,
        "raised_at": _iso(alert.raised_at),
        "acknowledged_at": _iso(alert.acknowledged_at),
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
