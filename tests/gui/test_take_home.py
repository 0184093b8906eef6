"""The page she takes home: one page, in her language, with nothing that others may not see."""

import gettext
import io
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import combinations

import pypdf
import pytest
from pypdf.generic import DictionaryObject
from PySide6.QtCore import QMarginsF, QRectF

from kiosk.domain.blood_pressure import Reading
from kiosk.domain.code import VisitCode
from kiosk.domain.content import Bullets, CallOut, Card, ContentLibrary, Stage, Subject
from kiosk.domain.facts import AlertKind
from kiosk.domain.stage_text import text_for
from kiosk.domain.visit import Alert, Form, Visit
from kiosk.i18n import Words
from kiosk.library.load import load_content
from kiosk.settings import Clinic, Printing, Settings, fonts_folder
from kiosk.ui.take_home import take_home_pdf
from kiosk.ui.take_home.canvas import Canvas
from kiosk.ui.take_home.matter import gather
from kiosk.ui.take_home.page import TITLE
from kiosk.ui.take_home.sheet import fitted
from kiosk.ui.take_home.type import Paragraph, Type
from kiosk.ui.theme.fonts import load_fonts
from tests.helpers.project import ROOT

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
POINTS = {"letter": (612, 792), "a4": (595, 842)}
LANGUAGES = ["en", "es", "ar"]
VIOLENCE = "1-800-799-7233"


@pytest.fixture(scope="module")
def library() -> ContentLibrary:
    return load_content(ROOT / "content").library


@pytest.fixture(scope="module")
def plain(library: ContentLibrary) -> ContentLibrary:
    """The topics before anybody wrote what to remember of them."""
    topics = [
        replace(t, texts={code: replace(text, take_home=()) for code, text in t.texts.items()})
        for t in library.topics
    ]
    return replace(library, topics=tuple(topics))


@pytest.fixture(autouse=True)
def fonts(qapp) -> None:
    load_fonts(fonts_folder())


def a_visit(
    library: ContentLibrary,
    *topics: str,
    language: str = "en",
    questions: int = 2,
    stage: Stage = Stage.POSTPARTUM,
) -> Visit:
    texts = {topic: library.topic(topic).texts[language] for topic in topics}
    return Visit(
        VisitCode("green", 42),
        "rehearsal",
        language,
        NOON,
        NOON,
        stage=stage,
        cards_read=tuple((t, card.id) for t, text in texts.items() for card in text.cards),
        questions=tuple(
            (t, question.id) for t, text in texts.items() for question in text.questions[:questions]
        ),
        take_home=True,
    )


def bullets_of(card: Card) -> list[str]:
    return [item for b in card.blocks if isinstance(b, Bullets) for item in b.items]


def all_topics(library: ContentLibrary) -> list[str]:
    return [topic.id for topic in library.topics]


def words_in(language: str) -> Words:
    return Words(language, gettext.NullTranslations())


def settings_for(paper: str = "letter") -> Settings:
    printing = Printing(paper="a4" if paper == "a4" else "letter")
    return Settings(clinic=Clinic(name="Riverside Clinic"), printing=printing)


def page_of(visit: Visit, library: ContentLibrary, paper: str = "letter") -> pypdf.PdfReader:
    made = take_home_pdf(visit, library, words_in(visit.language), settings_for(paper))
    return pypdf.PdfReader(io.BytesIO(made))


def text_of(visit: Visit, library: ContentLibrary) -> str:
    (page,) = page_of(visit, library).pages
    return squeezed(page.extract_text())


def squeezed(text: str) -> str:
    """A text whose lines may have been broken at a hyphen or a space."""
    return " ".join(text.split()).replace("- ", "-")


def many_topics(library: ContentLibrary) -> ContentLibrary:
    """The topics of a full library, made from the few that are written."""
    topics = [replace(t, id=f"{t.id}-{n}") for n in range(3) for t in library.topics]
    return replace(library, topics=tuple(topics[:8]))


@dataclass
class Placed:
    """Every text drawn, and where."""

    texts: list[tuple[str, QRectF]] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)


@pytest.fixture
def placed(monkeypatch) -> Placed:
    seen = Placed()
    draw = Canvas.text

    def record(canvas: Canvas, paragraph: Paragraph, x: float, y: float) -> None:
        draw(canvas, paragraph, x, y)
        box = canvas.box(x, y, paragraph.width, paragraph.height)
        seen.paragraphs.append(paragraph)
        lines = paragraph.layout.lineCount()
        slot = paragraph.height / lines
        for number in range(lines):
            line = paragraph.layout.lineAt(number).naturalTextRect()
            place = QRectF(box.x() + line.x(), y + slot * number, line.width(), slot)
            seen.texts.append((paragraph.layout.text(), place))

    monkeypatch.setattr(Canvas, "text", record)
    return seen


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("questions", [0, 4])
def test_it_is_one_page_of_the_paper(library, language, paper, questions):
    visit = a_visit(library, *all_topics(library), language=language, questions=questions)
    document = page_of(visit, library, paper)
    (page,) = document.pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == POINTS[paper]
    assert document.metadata is not None
    assert document.metadata.title == TITLE


def test_it_says_what_she_read_and_wants_to_ask(plain):
    text = text_of(a_visit(plain, "preeclampsia"), plain)
    told = text_for(plain.topic("preeclampsia"), "en", Stage.POSTPARTUM)
    assert "For you to take home Riverside Clinic · Nov 23, 2026" in text
    assert "What you want to ask Bring this page to your visit." in text
    assert "green 42" in text
    assert [card.title for card in told.cards if card.title not in text] == []
    call_outs = [b for card in told.cards for b in card.blocks if isinstance(b, CallOut)]
    urgent = [b.text for b in call_outs if b.kind == "urgent"]
    assert [sentence for sentence in urgent if sentence not in text] == []
    assert [question.text in text for question in told.questions] == [True, True, False, False]
    assert plain.topic("safe-sleep").texts["en"].title not in text


def test_only_the_cards_that_she_read_are_on_it(plain):
    first, second, *_ = plain.topic("safe-sleep").texts["en"].cards
    visit = replace(a_visit(plain, "safe-sleep"), cards_read=(("safe-sleep", first.id),))
    text = text_of(visit, plain)
    assert first.title in text
    assert [bullet for bullet in bullets_of(first) if bullet not in text] == []
    assert second.title not in text


def test_cards_with_something_urgent_keep_their_figures(plain):
    text = text_of(a_visit(plain, "preeclampsia", "safe-sleep"), plain)
    (numbers,) = (c for c in plain.topic("preeclampsia").texts["en"].cards if c.id == "numbers")
    assert [figure in text for figure in bullets_of(numbers)[:2]] == [True, True]
    assert "160/110" in text


def test_its_spanish_is_text(plain):
    text = text_of(a_visit(plain, "safe-sleep", language="es"), plain)
    told = plain.topic("safe-sleep").texts["es"]
    assert told.title in text
    assert [card.title for card in told.cards if card.title not in text] == []


def remembered(library: ContentLibrary, *points: str) -> ContentLibrary:
    topics = [
        replace(t, texts={code: replace(text, take_home=points) for code, text in t.texts.items()})
        for t in library.topics
    ]
    return replace(library, topics=tuple(topics))


def test_what_to_remember_stands_in_place_of_the_cards(plain):
    library = remembered(plain, "Backs are best.", "Bare beds are safe.", "Call us any time.")
    text = text_of(a_visit(library, "safe-sleep"), library)
    told = library.topic("safe-sleep").texts["en"]
    assert [point for point in told.take_home if point not in text] == []
    assert [card.title for card in told.cards if card.title in text] == []
    assert told.title in text
    assert library.topic("preeclampsia").texts["en"].title not in text


def test_what_to_remember_of_many_topics_fits_on_the_page(plain):
    points = [f"Point {n} of a topic, in as many words as one may have." for n in range(4)]
    library = many_topics(remembered(plain, *points))
    visit = a_visit(library, *all_topics(library))
    text = text_of(visit, library)
    assert text.count(points[0]) == len(library.topics)
    assert len(page_of(visit, library).pages) == 1


def test_a_card_for_another_stage_is_not_on_it(plain):
    first, second, *_ = plain.topic("safe-sleep").texts["en"].cards
    staged = replace(plain.topic("safe-sleep"), only={first.id: frozenset({Stage.PREGNANT})})
    library = replace(plain, topics=(staged,))
    text = text_of(a_visit(library, "safe-sleep"), library)
    assert first.title not in text
    assert second.title in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_lines_are_on_it_but_never_the_one_about_violence(library, language):
    text = text_of(a_visit(library, language=language), library)
    shown = {line.number for line in library.help_lines if line.take_home}
    assert {number for number in shown if number not in text} == set()
    assert len(shown) >= 4
    for hidden in (VIOLENCE, "88788", "Domestic", "Doméstica", "العنف"):
        assert hidden not in text


def test_nothing_of_the_questionnaire_is_on_it(library):
    plain = a_visit(library, "preeclampsia")
    answered = replace(
        plain,
        form=Form(True, True, positions=dict.fromkeys(range(1, 11), 4), text_version="rehearsal"),
        readings=(Reading(148, 94),),
        alerts=(Alert(1, AlertKind.ITEM_10, NOON), Alert(2, AlertKind.WARNING_SIGN, NOON)),
        signs=("headache",),
        interpreter=True,
    )
    assert text_of(answered, library) == text_of(plain, library)
    for word in ("EPDS", "score", "self-harm", "Edinburgh"):
        assert word.lower() not in text_of(answered, library).lower()


def test_after_a_loss_no_baby_is_spoken_of(library):
    visit = a_visit(library, "preeclampsia", stage=Stage.LOSS)
    text = text_of(visit, library)
    label = library.sign("thoughts-of-harm").labels["en"]
    assert label.label_loss in text
    assert label.label not in text
    assert "baby" not in text.lower()
    assert gather(visit, library, words_in("en"), settings_for()).topics[0].picture == ""


def test_without_a_topic_it_has_signs_lines_and_room_to_write(library):
    text = text_of(a_visit(library), library)
    assert "Call your clinic or 911 right away if you have one of these" in text
    assert "100.4 °F (38.0 °C)" in text
    assert "988" in text
    assert "My notes" in text
    assert "What you want to ask" not in text
    assert "My notes" not in text_of(a_visit(library, *all_topics(library)), library)


@pytest.mark.parametrize("stage", list(Stage))
def test_the_signs_are_those_of_her_stage(library, stage):
    text = text_of(a_visit(library, stage=stage), library)
    for sign in library.signs:
        label = sign.labels["en"]
        wording = label.label_loss if stage is Stage.LOSS else label.label
        shown = sign.subject is Subject.MOTHER and stage in sign.stages
        assert (" ".join(wording.split()) in text) == shown


def test_a_draft_says_so_until_all_that_is_shown_is_approved(library):
    draft = "Draft text, not yet approved by your clinic."
    visit = a_visit(library, "preeclampsia", "safe-sleep")
    one = replace(library, approved=frozenset({("preeclampsia", "en"), ("safe-sleep", "es")}))
    both = replace(one, approved=one.approved | {("safe-sleep", "en")})
    assert draft in text_of(visit, one)
    assert draft not in text_of(visit, both)
    assert draft in text_of(a_visit(library), replace(library, approved=frozenset()))
    assert draft not in text_of(a_visit(library), one)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("full", [False, True])
def test_nothing_overlaps_or_leaves_the_page(library, placed, language, paper, full):
    shown = many_topics(library) if full else library
    visit = a_visit(shown, *all_topics(shown), language=language, questions=4)
    page_of(visit, shown, paper)
    width, height = POINTS[paper]
    page = QRectF(0, 0, (width - 60) * 10 + 10, (height - 54) * 10 + 10)
    assert [text for text, box in placed.texts if not page.contains(box)] == []
    inner = [(text, box - QMarginsF(1, 1, 1, 1)) for text, box in placed.texts]
    assert [(a, b) for (a, x), (b, y) in combinations(inner, 2) if x.intersects(y)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_text_is_at_least_nine_points_in_the_usual_case(library, language, count):
    visit = a_visit(library, *all_topics(library)[:count], language=language)
    words = words_in(language)
    matter = gather(visit, library, words, settings_for())
    sheet = fitted(matter, words, 5520, 7380)
    assert sheet.face.body >= 9
    assert sheet.height <= 7380


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_topics_and_questions_fit_uncut(library, language):
    visit = a_visit(library, *all_topics(library), language=language, questions=4)
    words = words_in(language)
    sheet = fitted(gather(visit, library, words, settings_for()), words, 5520, 7380)
    assert sheet.face.body >= 7.5
    assert sheet.plan.points >= max(len(t.texts[language].take_home) for t in library.topics)
    assert sheet.plan.questions >= 12


def test_only_lists_are_cut_and_urgent_points_go_last(plain):
    shown = many_topics(plain)
    text = text_of(a_visit(shown, *all_topics(shown), questions=4), shown)
    assert "more on the screen" in text
    cards = plain.topic("preeclampsia").texts["en"].cards
    (numbers,) = (card.title for card in cards if card.id == "numbers")
    assert numbers in text
    assert cards[-1].title not in text
    assert "1-833-852-6262" in text


def test_what_cannot_fit_at_all_is_still_made(library):
    words = words_in("en")
    visit = a_visit(library, *all_topics(library))
    sheet = fitted(gather(visit, library, words, settings_for()), words, 5520, 1000)
    assert (sheet.face.body, sheet.plan.points) == (7.5, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_glyph_is_missing(library, placed, language):
    page_of(a_visit(library, *all_topics(library), language=language, questions=4), library)
    assert len(placed.paragraphs) > 40
    missing = [
        paragraph.layout.text()
        for paragraph in placed.paragraphs
        if any(0 in run.glyphIndexes() for run in paragraph.layout.glyphRuns())
    ]
    assert missing == []


def test_arabic_is_mirrored_and_numbers_are_not(library, placed):
    width = 5520
    for language in ("es", "ar"):
        page_of(a_visit(library, language=language), library)
    number = "1-833-852-6262"
    left, right = (box for text, box in placed.texts if text == number)
    assert left.left() == pytest.approx(0, abs=10)
    assert right.right() == pytest.approx(width, abs=10)
    emergency = next(line for line in library.help_lines if line.number == "911")
    assert emergency.name["ar"] in " ".join(text for text, _ in placed.texts)


def test_a_measure_is_read_from_left_to_right_and_not_broken():
    measure = "100.4\u00a0°F\u00a0(38.0\u00a0°C)"
    assert Type("en", False, 10).in_one_piece("100.4 °F (38.0 °C) now") == f"{measure} now"
    assert Type("ar", True, 10).in_one_piece("\u206642\u2069") == "\u200e42"
    text = Type("ar", True, 10).in_one_piece("حرارتك 100.4 °F (38.0 °C) أو أكثر")
    assert text == f"حرارتك \u200e{measure}\u200e أو أكثر"


@pytest.mark.parametrize(("language", "face"), [("es", "Lexend"), ("ar", "NotoSansArabic")])
def test_a_language_is_set_in_its_own_face_alone(library, language, face):
    visit = a_visit(library, *all_topics(library), language=language)
    (page,) = page_of(visit, library).pages
    resources = page["/Resources"]
    assert isinstance(resources, DictionaryObject)
    fonts = resources["/Font"]
    assert isinstance(fonts, DictionaryObject)
    names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    assert {name.split("+")[-1].split("-")[0].lstrip("/") for name in names} == {face}


def test_a_picture_of_each_topic_is_its_own(library):
    visit = a_visit(library, *all_topics(library))
    topics = gather(visit, library, words_in("en"), settings_for()).topics
    assert [part.picture.split("/")[-2] for part in topics] == all_topics(library)
