"""Figures as a table, as JSON, and in words."""

import csv
import io
import json
from datetime import UTC, datetime
from gettext import NullTranslations

import pytest

from kiosk.domain import facts
from kiosk.domain.facts import AlertKind
from kiosk.domain.figures import ALL, Figure, figures_of
from kiosk.i18n import Words
from kiosk.services.figure_tables import HIDDEN, to_csv, to_plain
from kiosk.services.figure_words import TITLES, FigureWords
from tests.helpers.many_visits import US_FORM, answered, taken_over, together, visits_of

WORDS = FigureWords(Words("en", NullTranslations()), lambda topic: f"Title of {topic}")
READ = facts.CardShown("newborn", "cord")
RIGHT = facts.CheckAnswered("newborn", "cord", "a", right=True)


@pytest.fixture(scope="module")
def figures():
    return figures_of(
        together(
            visits_of(20, *answered(12), READ, RIGHT, *taken_over(1, AlertKind.WARNING_SIGN)),
            visits_of(9, *answered(3)),
            visits_of(2, language="ar"),
        )
    )


def rows(figures):
    return list(csv.DictReader(io.StringIO(to_csv(figures))))


def test_each_number_is_a_row(figures):
    table = {(row["figure"], row["key"], row["at_least"]): row for row in rows(figures)}
    assert table["visits", "", ""]["count"] == "31"
    assert table["visits_by_month", "2026-03", ""]["count"] == "31"
    topic = table["visits_by_topic", "newborn", ""]
    assert (topic["count"], topic["of"]) == ("20", "31")
    check = table["checks_right", "newborn", ""]
    assert (check["count"], check["of"], check["percent"]) == ("20", "20", "100")
    assert table["minutes_to_acknowledgement", "", ""]["median_minutes"] == "1.0"
    assert table["at_or_above_cut_off", US_FORM, "10"]["count"] == HIDDEN
    assert {row["mode"] for row in rows(figures)} == {"clinic"}


def test_what_is_hidden_says_so(figures):
    languages = [row for row in rows(figures) if row["figure"] == "visits_by_language"]
    assert {row["count"] for row in languages} == {HIDDEN}
    assert not any(row["count"] in {"1", "2", "3", "4"} for row in rows(figures))


def test_as_json(figures):
    plain = json.loads(json.dumps(to_plain(figures, datetime(2026, 4, 1, 9, tzinfo=UTC))))
    assert plain["made_at"] == "2026-04-01T09:00:00+00:00"
    (clinic,) = plain["figures"]
    assert (clinic["mode"], clinic["from"], clinic["visits"]) == ("clinic", "2026-03", 31)
    counts = {each["figure"]: each for each in clinic["counts"]}
    assert {cell["count"] for cell in counts["visits_by_language"]["cells"]} == {None}
    assert [each["at_least"] for each in clinic["shares"]] == [10, 13, None]
    assert [each["figure"] for each in clinic["spreads"]] == [
        "questionnaire_minutes",
        "minutes_to_acknowledgement",
        "minutes_to_acknowledgement",
    ]


def test_nothing_is_a_table_with_a_head_alone():
    assert rows(()) == []


def test_every_figure_has_a_title():
    assert set(TITLES) == set(Figure)
    assert WORDS.title(Figure.MONTHS) == "Visits by month"


@pytest.mark.parametrize(
    ("figure", "key", "at_least", "said"),
    [
        (Figure.MONTHS, "2026-03", None, "2026-03"),
        (Figure.LANGUAGES, "es", None, "Spanish"),
        (Figure.TOPICS, "newborn", None, "Title of newborn"),
        (Figure.CHECKS, "newborn", None, "Title of newborn"),
        (Figure.ENDS, "finished", None, "to the last page"),
        (Figure.FORMS, "declined", None, "declined"),
        (Figure.ALERTS, "item_10", None, "thoughts of self-harm (item 10)"),
        (Figure.ACKNOWLEDGED, "open", None, "still open"),
        (Figure.ALERT_MINUTES, ALL, None, "all together"),
        (Figure.CUT_OFFS, US_FORM, 13, "13 or more"),
    ],
)
def test_keys_in_words(figure, key, at_least, said):
    assert WORDS.key(figure, key, at_least) == said


def test_every_state_and_kind_has_its_words(figures):
    (clinic,) = figures
    for counts in clinic.counts:
        if counts.figure not in {Figure.MONTHS, Figure.LANGUAGES, Figure.TOPICS}:
            named = [WORDS.key(counts.figure, cell.key) for cell in counts.cells]
            assert not any("_" in name for name in named)
    assert WORDS.hidden == "hidden"
