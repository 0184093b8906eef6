"""Every screen is whole: in each language, text size, contrast and at each size of display."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QLabel

from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.domain.journey import Step, StepName
from kiosk.services.intents import ChooseLanguage
from kiosk.settings import translations_folder
from kiosk.ui.gallery.scenes import scenes
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.theme.fonts import font
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import Style, TextSize, TypeRole
from kiosk.ui.widgets.choice import Choice, Mark, Verdict
from tests.helpers.epds_texts import made_up_text
from tests.helpers.gui_fakes import LongCatalogues
from tests.helpers.gui_kiosk import EVERY_LANGUAGE, HD, LANGUAGES, button
from tests.helpers.gui_layout import drawn_texts, glyph_faults, layout_faults, missing_glyphs

SIZES = {
    "1920x1080": HD,
    "1366x768": QSize(1366, 768),
    "1024x768": QSize(1024, 768),
    "1080x1920": QSize(1080, 1920),
}
# Whole visits in one test: on a slow machine they take longer than a test may elsewhere.
pytestmark = pytest.mark.timeout(300)

DAY, LARGE_PRINT = Style.DAY, Style.LARGE_PRINT
# High contrast moves nothing: a line around a surface takes no room.
LOOKS = [
    ("1920x1080", TextSize.NORMAL, DAY),
    ("1366x768", TextSize.LARGE, DAY),
    ("1024x768", TextSize.LARGEST, LARGE_PRINT),
    ("1080x1920", TextSize.LARGEST, DAY),
]
# Each language where there is least room; four that differ where there is more.
SAMPLE = ("en", "ar", "zh_Hans", "vi")
LOOKED_AT = [
    (code, look) for look in LOOKS for code in (EVERY_LANGUAGE if look == LOOKS[2] else SAMPLE)
]
EVERY_LOOK = list(product(SIZES, TextSize, (DAY, LARGE_PRINT)))


def _id(parts):
    flat = parts[0] if isinstance(parts[0], tuple) else parts
    return "-".join(getattr(part, "name", str(part)).lower() for part in flat)


def _quick(booth, size=TextSize.NORMAL, style=Style.DAY):
    """Nothing is painted: only where things are is looked at."""
    booth.window.setUpdatesEnabled(False)
    booth.window.keep_look(size, style)
    booth.window.context.theme.reset()
    booth.window.show_step()


def _faults(booth, scene, language):
    scene.show(booth, language)
    found = layout_faults(booth.window, booth.window.context.theme.scale)
    if booth.window.size() != booth.size:
        found.append(f"the window is {booth.window.size()}")
    return [f"{scene.name}: {fault}" for fault in found]


def _look_through(make_booth, library, language, look, *, every_card):
    """What is wrong on any screen; the leaves of a card are turned to the last."""
    size, text_size, style = look
    booth = make_booth(size=SIZES[size], languages=EVERY_LANGUAGE)
    _quick(booth, text_size, style)
    found = []
    for scene in scenes(library, every_card=every_card):
        found += _faults(booth, scene, language)
        for leaf in range(2, booth.page.leaves + 1):
            booth.page.turn_leaf()
            settle()
            faults = layout_faults(booth.window, booth.window.context.theme.scale)
            found += [f"{scene.name}, leaf {leaf}: {fault}" for fault in faults]
    return found


@pytest.mark.parametrize(("language", "look"), LOOKED_AT, ids=lambda part: _id((part,)))
def test_every_screen_is_whole(make_booth, library, logs, language, look):
    logs.expect("intent not saved")  # The scene of the trouble page.
    found = _look_through(make_booth, library, language, look, every_card=False)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["fr", "ar", "vi"])
def test_every_card_is_whole_where_there_is_least_room(make_booth, library, logs, language):
    logs.expect("intent not saved")  # The scene of the trouble page.
    found = _look_through(make_booth, library, language, LOOKS[2], every_card=True)
    assert not found, "\n".join(found)


@pytest.mark.gallery
@pytest.mark.parametrize("look", EVERY_LOOK, ids=_id)
@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_every_card_is_whole_in_every_look(make_booth, library, logs, language, look):
    logs.expect("intent not saved")  # The scene of the trouble page.
    found = _look_through(make_booth, library, language, look, every_card=True)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_the_first_screen_is_whole_in_the_greeting_of_each_language(make_booth, language):
    others = [code for code in EVERY_LANGUAGE if code != language]
    for size in SIZES.values():
        for text_size in TextSize:
            booth = make_booth(size=size, languages=(language, *others))
            _quick(booth, text_size)
            found = layout_faults(booth.window, booth.window.context.theme.scale)
            assert not found, "\n".join(found)


def test_the_greeting_is_whole_in_every_turn(make_booth, qtbot):
    booth = make_booth()
    theme = booth.window.context.theme
    timers = [t for t in booth.page.findChildren(QTimer) if t.isActive()]
    seen = set()
    for _ in LANGUAGES:
        heading = booth.page.findChild(QLabel, "heading")
        seen.add(heading.text())
        assert not layout_faults(booth.window, theme.scale)
        assert not missing_glyphs(heading.text(), heading.font(), heading.font().families()[0])
        for timer in timers:
            timer.timeout.emit()
        settle()
    greetings = {booth.catalogues.words(code).gettext("Hello.") for code in LANGUAGES}
    assert seen == greetings
    assert len(seen) == len(LANGUAGES)


@pytest.mark.parametrize(("language", "size"), [("ar", "1366x768"), ("en", "1080x1920")])
def test_larger_text_in_the_middle_of_a_page_leaves_it_whole(
    make_booth, library, logs, language, size
):
    logs.expect("intent not saved")  # The scene of the trouble page.
    booth = make_booth(size=SIZES[size])
    _quick(booth)
    found = []
    for scene in scenes(library, every_card=False):
        booth.window.set_text_size(TextSize.NORMAL)
        scene.show(booth, language)
        if booth.window.overlay_name:
            continue
        for text_size in (TextSize.LARGE, TextSize.LARGEST, TextSize.NORMAL):
            booth.window.set_text_size(text_size)
            settle()
            faults = layout_faults(booth.window, booth.window.context.theme.scale)
            found += [f"{scene.name} {text_size.name}: {fault}" for fault in faults]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["zh_Hans", "ar"])
def test_another_language_in_the_middle_of_a_page_leaves_it_whole(
    make_booth, library, logs, language
):
    logs.expect("intent not saved")  # The scene of the trouble page.
    booth = make_booth()
    _quick(booth)
    found = []
    for scene in scenes(library, every_card=False):
        scene.show(booth, "en")
        if booth.window.overlay_name or booth.journey.visit is None:
            continue
        booth.window.submit(ChooseLanguage(language))
        settle()
        faults = layout_faults(booth.window, booth.window.context.theme.scale)
        found += [f"{scene.name}: {fault}" for fault in faults]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", SAMPLE)
def test_every_word_can_be_set_in_its_language_s_typeface(make_booth, library, logs, language):
    logs.expect("intent not saved")  # The scene of the trouble page.
    booth = make_booth()
    _quick(booth)
    found = set()
    # The content check looks at the letters of every card.
    for scene in scenes(library, every_card=False):
        scene.show(booth, language)
        found |= set(glyph_faults(booth.window, language))
    assert not found, "\n".join(sorted(found))


def test_a_glyph_that_is_nowhere_is_found(kiosk_app):
    """The check itself: a character of no typeface, and one of another typeface."""
    face = font("en", 30, semibold=False)
    assert not missing_glyphs("Plain words", face, "Lexend")
    assert missing_glyphs("\U0001f9ff\ue123", face, "Lexend")
    assert missing_glyphs("سلام", face, "Lexend")


@pytest.mark.parametrize("size", ["1920x1080", "1366x768"])
def test_words_twice_as_long_still_fit(make_booth, library, logs, size):
    """A language as long as none of ours: what a translator writes tomorrow."""
    logs.expect("intent not saved")  # The scene of the trouble page.
    booth = make_booth(size=SIZES[size], catalogues=LongCatalogues(translations_folder()))
    _quick(booth)
    found = [fault for scene in scenes(library, every_card=False) for fault in _whole(booth, scene)]
    assert not found, "\n".join(found)


def _whole(booth, scene):
    """Faults but for small type: shrinking is what twice the words may cost."""
    return [fault for fault in _faults(booth, scene, "en") if " px, " not in fault]


def test_a_long_wording_of_the_questionnaire_fits_in_one_size(make_booth):
    """As long as the longest that clinics install; each item is set in the same size."""
    base = made_up_text()
    long = replace(
        base,
        items=tuple(
            replace(
                item,
                stem=f"{item.stem}: {'a statement of many small words ' * 3}".strip(),
                options=tuple(
                    f"{option}, {'said at some length ' * 4}".strip() for option in item.options
                ),
            )
            for item in base.items
        ),
    )
    installed = InstalledText(text=long, permission=Permission("a letter"), verified=False)
    for size in SIZES.values():
        for text_size in TextSize:
            booth = make_booth(size=size, text_for=lambda language: installed)
            _quick(booth, text_size)
            found, sizes = [], set()
            for number in range(1, 11):
                booth.show(Step(StepName.EPDS_ITEM, index=number))
                found += layout_faults(booth.window, booth.window.context.theme.scale)
                options = [button(booth.window, f"option-{n}") for n in range(1, 5)]
                sizes |= {drawn.font.pixelSize() for drawn in drawn_texts(list(options))[0]}
            assert not found, "\n".join(found)
            assert len(sizes) == 1


def test_the_words_of_an_answer_keep_their_size_beside_what_is_said_of_it(kiosk_app):
    choice = Choice(Theme(), mark=Mark.NONE)
    choice.setText("Only in the first days, and in the weeks that follow them")
    width = 900
    plain = choice.heightForWidth(width)
    choice.show_verdict(Verdict.OTHER, "Many people think so")
    choice.resize(width, choice.heightForWidth(width))
    assert choice.height() > plain
    [words, note] = sorted(drawn_texts([choice])[0], key=lambda drawn: -len(drawn.text))
    assert words.font.pixelSize() == choice.theme.font(TypeRole.OPTION).pixelSize()
    assert not words.ink.intersects(note.ink)
