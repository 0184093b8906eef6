"""Installing, listing and removing wordings; the practice text."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.instrument_text import InstalledText, ItemText, Permission
from kiosk.i18n import LANGUAGES, Catalogues
from kiosk.services.captions import CAPTIONS, caption
from kiosk.services.epds_texts import EpdsTexts
from kiosk.services.rehearsal_text import rehearsal_text
from kiosk.settings import translations_folder
from tests.helpers.epds_texts import made_up_text, made_up_wording, prints_of

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LETTER = Permission("letter of 2 March")
KNOWN = "cox-holden-sagovsky-1987-us-form"


class Texts:
    def __init__(self):
        self.kept = {}

    def put(self, installed: InstalledText, at: datetime) -> None:
        self.kept[installed.text.instrument, installed.text.language] = installed

    def get(self, instrument: str, language: str) -> InstalledText | None:
        return self.kept.get((instrument, language))

    def all(self) -> list[InstalledText]:
        return list(self.kept.values())

    def remove(self, instrument: str, language: str) -> bool:
        return self.kept.pop((instrument, language), None) is not None


class Audit:
    def __init__(self):
        self.lines = []

    def write(self, at: datetime, by: str, action: str, subject: str = "") -> None:
        self.lines.append((by, action, subject))


@pytest.fixture
def texts():
    return Texts()


@pytest.fixture
def audit():
    return Audit()


@pytest.fixture
def service(texts, audit):
    return EpdsTexts(texts, audit)


def changed(text, *places):
    """The text with other words at the places ("3" a stem, "3/2" an option)."""
    items = list(text.items)
    for place in places:
        number, _, option = place.partition("/")
        item = items[int(number) - 1]
        if option:
            options = list(item.options)
            options[int(option) - 1] = "Another"
            items[int(number) - 1] = replace(item, options=tuple(options))
        else:
            items[int(number) - 1] = replace(item, stem="Another")
    return replace(text, items=tuple(items))


def test_a_wording_that_agrees_to_the_letter_is_verified(service, texts, audit):
    published = prints_of(made_up_text(), "published-1")
    installed = service.install(made_up_text(), LETTER, published, at=NOW)
    assert installed.verified
    assert installed.text.version == "published-1"
    assert (installed.differences, installed.accepted_by) == ((), "")
    assert installed.permission == LETTER
    assert service.installed() == texts.all() == [installed]
    assert audit.lines == [
        ("command line", "epds_text_installed", "en published-1"),
        ("command line", "epds_permission_recorded", "en letter of 2 March"),
    ]


def test_only_another_way_of_setting_the_same_letters_is_no_difference(service):
    text = made_up_text()
    published = prints_of(text, "published-1")
    item = replace(text.items[0], stem="*  STEM\u00a01. ")
    installed = service.install(
        replace(text, items=(item, *text.items[1:])), LETTER, published, at=NOW
    )
    assert installed.verified


def test_every_stem_and_option_that_differs_is_named(service, texts, audit):
    published = prints_of(made_up_text(), "published-1")
    with pytest.raises(InputError) as caught:
        service.install(changed(made_up_text(), "3", "3/2", "10/4"), LETTER, published, at=NOW)
    assert caught.value.code is ErrorCode.TEXT_DIFFERS
    assert caught.value.params == {"items": "3 3/2 10/4"}
    assert (texts.all(), audit.lines) == ([], [])


@pytest.mark.parametrize("by", ["", "  "])
def test_nobody_cannot_accept_differences(service, texts, by):
    published = prints_of(made_up_text(), "published-1")
    with pytest.raises(InputError) as caught:
        service.install(
            changed(made_up_text(), "3"), LETTER, published, accept_differences=True, by=by, at=NOW
        )
    assert caught.value.code is ErrorCode.NAME_NEEDED
    assert texts.all() == []


def test_differences_that_somebody_accepts_are_kept_by_name(service, audit):
    installed = service.install(
        changed(made_up_text(), "3", "3/2"),
        LETTER,
        prints_of(made_up_text(), "published-1"),
        accept_differences=True,
        by=" Ann ",
        at=NOW,
    )
    assert not installed.verified
    assert installed.differences == ("3", "3/2")
    assert installed.accepted_by == "Ann"
    assert audit.lines[-1] == ("Ann", "epds_differences_accepted", "en 3, 3/2")


def test_accepting_where_nothing_differs_changes_nothing(service):
    installed = service.install(
        made_up_text(),
        LETTER,
        prints_of(made_up_text(), "published-1"),
        accept_differences=True,
        by="Ann",
        at=NOW,
    )
    assert installed.verified
    assert installed.accepted_by == ""


def test_a_language_without_fingerprints_is_not_verified(service):
    published = prints_of(made_up_text(), "published-1")
    installed = service.install(made_up_wording("vi"), LETTER, published, at=NOW)
    assert not installed.verified
    assert not installed.points_confirmed
    assert installed.text.version == "made-up-1"


def test_confirmed_points_are_kept_and_recorded(service, audit):
    installed = service.install(
        made_up_text("vi"), LETTER, {}, points_confirmed=True, by="Ann", at=NOW
    )
    assert installed.points_confirmed
    assert ("Ann", "epds_points_confirmed", "vi") in audit.lines


def test_a_verified_wording_needs_no_confirmed_points(service, audit):
    published = prints_of(made_up_text(), "published-1")
    installed = service.install(made_up_text(), LETTER, published, points_confirmed=True, at=NOW)
    assert not installed.points_confirmed
    assert "epds_points_confirmed" not in [action for _, action, _ in audit.lines]


@pytest.mark.parametrize("accept", [False, True])
def test_options_in_another_order_cannot_be_accepted(service, texts, accept):
    """Points follow the place: the answers would be scored as others."""
    text = changed(made_up_text(), "5/2")
    last = text.item(10)
    turned = replace(last, options=last.options[::-1])
    with pytest.raises(InputError) as caught:
        service.install(
            replace(text, items=(*text.items[:9], turned)),
            LETTER,
            prints_of(made_up_text(), "published-1"),
            accept_differences=accept,
            by="Ann",
            at=NOW,
        )
    assert caught.value.code is ErrorCode.TEXT_UNFIT
    assert caught.value.params == {"items": "10/order 5/2"}
    assert texts.all() == []


def test_a_mixture_of_languages_cannot_be_installed(service, texts):
    fourth = made_up_wording().item(4)
    text = made_up_text("vi")
    mixed = replace(text, items=(*text.items[:3], fourth, *text.items[4:]))
    with pytest.raises(InputError) as caught:
        service.install(mixed, LETTER, prints_of(made_up_wording(), "p"), by="Ann", at=NOW)
    assert caught.value.code is ErrorCode.TEXT_UNFIT
    assert caught.value.params == {"items": "4:en"}
    assert texts.all() == []


@pytest.mark.parametrize(
    ("number", "change", "again"),
    [
        (4, {"stem": "Stem 3"}, "again at 4;"),
        (4, {"options": ("A", "B", "b.", "C")}, "again at 4/3;"),
    ],
)
def test_the_same_words_twice_are_refused(service, texts, number, change, again):
    text = made_up_text("vi")
    item = replace(text.item(number), **change)
    doubled = replace(text, items=(*text.items[: number - 1], item, *text.items[number:]))
    with pytest.raises(InputError) as caught:
        service.install(doubled, LETTER, {}, at=NOW)
    assert caught.value.code is ErrorCode.TEXT_BROKEN
    assert again in str(caught.value.params["reason"])
    assert texts.all() == []


@pytest.mark.parametrize("claimed", [KNOWN, "published-1", "rehearsal"])
def test_another_wording_never_bears_a_known_version(service, claimed):
    """Else the cut-offs of that version would be printed for it."""
    differing = changed(made_up_text(version=claimed), "3")
    installed = service.install(
        differing,
        LETTER,
        prints_of(made_up_text(), "published-1"),
        accept_differences=True,
        by="Ann",
        at=NOW,
    )
    assert installed.text.version == f"{claimed}-changed"


def test_an_unverified_language_never_bears_a_version_with_cut_offs(service):
    installed = service.install(made_up_text("vi", KNOWN), LETTER, {}, at=NOW)
    assert installed.text.version == f"{KNOWN}-changed"


@pytest.mark.parametrize("permission", ["", " \n"])
def test_without_a_permission_nothing_is_installed(service, permission):
    with pytest.raises(InputError) as caught:
        service.install(made_up_text(), Permission(permission), {}, at=NOW)
    assert caught.value.code is ErrorCode.PERMISSION_EMPTY


def test_another_instrument_is_refused(service):
    with pytest.raises(InputError) as caught:
        service.install(replace(made_up_text(), instrument="phq"), LETTER, {}, at=NOW)
    assert caught.value.code is ErrorCode.TEXT_WRONG_INSTRUMENT


@pytest.mark.parametrize(
    "items",
    [
        made_up_text().items[:9],
        (*made_up_text().items, ItemText(11, "Stem", ("A", "B", "C", "D"))),
        made_up_text().items[::-1],
        (ItemText(1, "Stem", ("A", "B", "C")), *made_up_text().items[1:]),
        (ItemText(1, " ", ("A", "B", "C", "D")), *made_up_text().items[1:]),
        (ItemText(1, "Stem", ("A", "", "C", "D")), *made_up_text().items[1:]),
    ],
    ids=["nine", "eleven", "backwards", "three options", "no stem", "empty option"],
)
def test_a_wording_of_another_shape_is_refused(service, items):
    with pytest.raises(InputError) as caught:
        service.install(replace(made_up_text(), items=items), LETTER, {}, at=NOW)
    assert caught.value.code is ErrorCode.TEXT_BROKEN


def test_a_removed_wording_leaves_a_line_in_the_log(service, audit):
    service.install(made_up_text(), LETTER, {}, at=NOW)
    service.remove("en", by="Ann", at=NOW)
    assert service.installed() == []
    assert audit.lines[-1] == ("Ann", "epds_text_removed", "en")


def test_what_is_not_there_cannot_be_removed(service, audit):
    with pytest.raises(InputError) as caught:
        service.remove("en", at=NOW)
    assert caught.value.code is ErrorCode.TEXT_NOT_INSTALLED
    assert audit.lines == []


def test_wordings_of_other_instruments_are_not_listed(service, texts):
    other = InstalledText(replace(made_up_text(), instrument="phq"), LETTER, verified=False)
    texts.put(other, NOW)
    assert service.installed() == []


def test_the_audit_log_holds_no_wording(service, audit):
    service.install(made_up_text(), LETTER, {}, by="Ann", at=NOW)
    assert not any("Stem" in part or "Option" in part for line in audit.lines for part in line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_practice_text_is_whole_in_every_language(language):
    words = Catalogues(translations_folder()).words(language)
    installed = rehearsal_text(words)
    assert (installed.text.version, installed.text.language) == ("rehearsal", language)
    assert not installed.verified
    assert [item.number for item in installed.text.items] == list(range(1, 11))
    for item in installed.text.items:
        assert caption(item.number, words) in item.stem
        assert len(set(item.options)) == 4


def test_the_practice_text_in_english():
    item = rehearsal_text(Catalogues(translations_folder()).words("en")).text.item(3)
    assert item.stem == "Item 3: self-blame"
    assert item.options == ("Answer 1", "Answer 2", "Answer 3", "Answer 4")
    assert len(CAPTIONS) == 10
