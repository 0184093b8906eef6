"""From visits to figures: added up, then small numbers hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import quantiles
from typing import Final

from kiosk.domain.epds import EPDS
from kiosk.domain.facts import AlertKind
from kiosk.domain.figures.data import (
    ALL,
    Cell,
    Counts,
    Figure,
    Figures,
    Month,
    Share,
    Spread,
)
from kiosk.domain.figures.hiding import LEAST, hide_among, hide_parts, is_small, safe_steps
from kiosk.domain.figures.tally import Answers, Tally
from kiosk.domain.instrument import Instrument
from kiosk.domain.visit import FormState, Visit, VisitState

_COUNTED: Final = (
    Figure.MONTHS,
    Figure.LANGUAGES,
    Figure.ENDS,
    Figure.TOPICS,
    Figure.FORMS,
    Figure.ALERTS,
    Figure.ACKNOWLEDGED,
)
_TAKEN: Final = "acknowledged"
_OPEN: Final = "open"
_REST: Final = ""
"""Complete questionnaires about which no cut-off says anything."""


def figures_of(
    visits: Iterable[Visit],
    instrument: Instrument = EPDS,
    *,
    first: Month | None = None,
    last: Month | None = None,
) -> tuple[Figures, ...]:
    """The figures of visits, those of real visits and of practice apart.

    Args:
        visits: Read once, one after the other; in any order.
        instrument: The questionnaire and its cut-offs.
        first: The month of the earliest visit that counts; None: no limit.
        last: The same of the latest.

    Returns:
        For each mode that has visits, by its name: "clinic" before "rehearsal".
    """
    tallies: dict[str, Tally] = {}
    for visit in visits:
        month = Month.of(visit.started_at)
        if (first is None or first <= month) and (last is None or month <= last):
            tallies.setdefault(visit.mode, Tally()).add(visit, instrument)
    return tuple(_figures(mode, tallies[mode], first, last) for mode in sorted(tallies))


def _figures(mode: str, tally: Tally, first: Month | None, last: Month | None) -> Figures:
    begin, end = first or min(tally.months), last or max(tally.months)
    if is_small(tally.visits):
        # Even that a topic has a row would tell what somebody read.
        nothing = tuple(Counts(figure, (), None) for figure in _COUNTED)
        return Figures(mode, begin, end, None, nothing, (), ())
    forms = _parts(Figure.FORMS, {state.value: tally.forms[state] for state in FormState})
    alerts = _parts(
        Figure.ALERTS,
        {kind.value: tally.alerts[kind] for kind in AlertKind},
        {kind.value: tally.alert_people[kind] for kind in AlertKind},
    )
    taken = _acknowledged(tally, alerts)
    return Figures(
        mode=mode,
        first=begin,
        last=end,
        visits=tally.visits,
        counts=(
            _parts(Figure.MONTHS, {str(m): tally.months[m] for m in _months(begin, end)}),
            _languages(tally),
            _parts(Figure.ENDS, {state.value: tally.ends[state] for state in VisitState}),
            _topics(tally),
            forms,
            alerts,
            taken,
        ),
        shares=(*_cut_offs(tally, forms), *_checks(tally)),
        spreads=(_form_minutes(tally, forms), *_waits(tally, alerts, taken)),
    )


def _months(first: Month, last: Month) -> Iterator[Month]:
    while first <= last:
        yield first
        first = first.after


def _parts(figure: Figure, parts: dict[str, int], people: dict[str, int] | None = None) -> Counts:
    shown, total = hide_parts(parts, people)
    return Counts(figure, tuple(Cell(key, count) for key, count in shown.items()), total)


def _languages(tally: Tally) -> Counts:
    """Only languages that occur have a key: few visits in many would each be the only one."""
    counts = _parts(Figure.LANGUAGES, dict(tally.languages.most_common()))
    return counts if counts.total is not None else Counts(Figure.LANGUAGES, (), None)


def _topics(tally: Tally) -> Counts:
    shown = hide_among(dict(tally.topics.most_common()), tally.visits)
    cells = tuple(Cell(topic, count) for topic, count in shown.items())
    return Counts(Figure.TOPICS, cells, tally.visits)


def _acknowledged(tally: Tally, alerts: Counts) -> Counts:
    """How many alerts somebody took over; nothing where even their number is hidden."""
    taken = sum(len(waits) for waits in tally.waits.values())
    parts = {_TAKEN: taken, _OPEN: sum(tally.alerts.values()) - taken}
    if alerts.total is None:
        return Counts(Figure.ACKNOWLEDGED, tuple(Cell(key, None) for key in parts), None)
    people = {_TAKEN: tally.taken_people, _OPEN: tally.open_people}
    return _parts(Figure.ACKNOWLEDGED, parts, people)


def _cut_offs(tally: Tally, forms: Counts) -> Iterator[Share]:
    """Shares at or above each cut-off.

    The questionnaires of a scale are parts of all complete ones, and those between two cut-offs
    are parts of a scale's: none of these may be small and be worked out.
    """
    sizes = {scale.key: sum(totals.values()) for scale, totals in tally.totals.items()}
    rest = tally.forms[FormState.COMPLETE] - sum(sizes.values())
    shown, _total = hide_parts({**sizes, _REST: rest})
    hidden = _told(forms, FormState.COMPLETE.value) is None
    for scale, totals in tally.totals.items():
        whole = None if hidden else shown[scale.key]
        steps = [sum(n for total, n in totals.items() if total >= c) for c in scale.cut_offs]
        told = (None,) * len(steps) if whole is None else safe_steps(whole, steps)
        for cut_off, part in zip(scale.cut_offs, told, strict=True):
            of = None if part is None else whole
            yield Share(Figure.CUT_OFFS, scale.key, part, of, at_least=cut_off)


def _told(counts: Counts, key: str) -> int | None:
    return next(cell.count for cell in counts.cells if cell.key == key)


def _form_minutes(tally: Tally, forms: Counts) -> Spread:
    """Of forms of another instrument no time is measured: their number must not come out."""
    complete = _told(forms, FormState.COMPLETE.value)
    measured = len(tally.form_minutes)
    of = measured if complete == measured else None
    return _spread(Figure.FORM_MINUTES, ALL, tally.form_minutes, measured, of)


def _checks(tally: Tally) -> Iterator[Share]:
    """Answers are counted, but people are protected."""
    for topic, answers in sorted(tally.checks.items()):
        told = _may_be_told(answers)
        right, asked = (answers.right, answers.asked) if told else (None, None)
        yield Share(Figure.CHECKS, topic, right, asked)


def _may_be_told(answers: Answers) -> bool:
    wrong = answers.asked - answers.right
    return answers.people >= LEAST and not is_small(answers.right) and not is_small(wrong)


def _waits(tally: Tally, alerts: Counts, taken: Counts) -> Iterator[Spread]:
    """How long alerts waited; how many of each kind were taken over is not told.

    That there is a time tells that people were not few: none where a kind's number is hidden.
    """
    figure = Figure.ALERT_MINUTES
    every = [minutes for waits in tally.waits.values() for minutes in waits]
    yield _spread(figure, ALL, every, tally.taken_people, _told(taken, _TAKEN))
    for kind in AlertKind:
        if waits := tally.waits.get(kind):
            told = _told(alerts, kind.value) is not None
            people = tally.wait_people[kind] if told else 0
            yield _spread(figure, kind.value, waits, people, None)


def _spread(figure: Figure, key: str, minutes: list[float], people: int, of: int | None) -> Spread:
    """The quartiles, to a tenth of a minute; nothing of fewer people than LEAST."""
    if people < LEAST:
        return Spread(figure, key)
    lower, median, upper = (round(cut, 1) for cut in quantiles(minutes, n=4, method="inclusive"))
    return Spread(figure, key, of, lower, median, upper)
