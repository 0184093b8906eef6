"""The page of a visit, from what is stored to what is rendered."""

from dataclasses import dataclass, field
from gettext import NullTranslations

import pytest

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.domain.replay import replay
from kiosk.domain.summary import Summary
from kiosk.i18n import Words
from kiosk.services.rehearsal_text import rehearsal_text
from kiosk.services.shelf import Shelf
from kiosk.services.summaries import Summaries
from tests.helpers.epds_texts import made_up_text
from tests.helpers.fakes_visits import small_library
from tests.helpers.stored_visits import entries_of


@dataclass
class Page:
    rendered: list[tuple[Summary, Words]] = field(default_factory=list[tuple[Summary, Words]])

    def render(self, summary: Summary, words: Words) -> bytes:
        self.rendered.append((summary, words))
        return b"%PDF-" + str(summary.code).encode()


def words_for(language):
    return Words(language, NullTranslations())


@pytest.fixture
def page():
    return Page()


@pytest.fixture
def summaries(page):
    licensed = {
        language: InstalledText(
            made_up_text(language, f"{language}-1"),
            Permission(f"Licence {language}"),
            verified=True,
        )
        for language in ("en", "es")
    }
    return Summaries(Shelf(small_library()), "en", words_for, licensed.get, rehearsal_text, page)


def visit_of(version, language):
    opened = facts.InstrumentOpened("epds", version, language, verified=True)
    answered = facts.ItemAnswered("epds", 1, 2, 1.0)
    mother = facts.StageGiven(Stage.POSTPARTUM)
    return replay(entries_of(facts.LanguageChosen("es"), mother, opened, answered))


def test_the_page_is_rendered_in_the_clinics_language(summaries, page):
    assert summaries.pdf(visit_of("es-1", "es")) == b"%PDF-green 42"
    ((summary, words),) = page.rendered
    assert words.language == "en"
    assert summary == summaries.summary(visit_of("es-1", "es"))


def test_an_installed_wording_stands_in_both_languages(summaries):
    form = summaries.summary(visit_of("es-1", "es")).form
    assert (form.rows[0].clinic_answer, form.rows[0].visitor_answer) == ("Option 1.2",) * 2
    assert form.permission == "Licence es"
    assert not form.rehearsal


def test_practice_answers_are_shown_with_the_practice_text_though_one_is_installed(summaries):
    form = summaries.summary(visit_of("rehearsal", "es")).form
    assert (form.rows[0].clinic_answer, form.rows[0].visitor_answer) == ("Answer 2", "Answer 2")
    assert form.rehearsal
    assert form.permission == ""


def test_of_two_wordings_hers_is_the_one_of_the_last_items(summaries):
    happened = [
        fact
        for number, language in ((10, "es"), (1, "en"))
        for fact in (
            facts.InstrumentOpened("epds", f"{language}-1", language, verified=True),
            facts.ItemAnswered("epds", number, 2, 1.0),
        )
    ]
    form = summaries.summary(replay(entries_of(*happened))).form
    assert (form.text_language, form.permission) == ("es", "Licence es")
    assert (form.rows[0].visitor_answer, form.rows[9].visitor_answer) == (None, "Option 10.2")


def test_a_wording_that_was_removed_since_is_left_out(summaries):
    form = summaries.summary(visit_of("fr-1", "fr")).form
    assert (form.rows[0].clinic_answer, form.rows[0].visitor_answer) == ("Option 1.2", None)
    assert form.permission == ""


def test_who_opened_no_form_has_an_empty_one(summaries):
    form = summaries.summary(replay(entries_of())).form
    assert all(row.position is None for row in form.rows)
    assert form.permission == ""
