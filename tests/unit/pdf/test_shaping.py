"""Letters join, brackets turn, numbers run on, marks stay."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.pdf import bidi
from kiosk.pdf.fonts import FontBook, FontFiles, own_fonts
from kiosk.pdf.harfbuzz import harfbuzz
from kiosk.pdf.shaping import Line, Shaper
from kiosk.pdf.wrapping import wrap
from tests.unit.pdf.conftest import FONTS


def shape(shaper: Shaper, text: str, language: str = "ar", *, right: bool = True) -> Line:
    return shaper.line(text, language, bold=False, right=right)


def harfbuzz_glyphs(text: str, font: str = "NotoSansArabic") -> list[int]:
    hb = harfbuzz()
    face = hb.Face(hb.Blob.from_file_path(str(FONTS / f"{font}-Regular.ttf")))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer)
    return [info.codepoint for info in buffer.glyph_infos]


def test_an_arabic_word_has_the_glyphs_of_harfbuzz(shaper: Shaper):
    word = "الجوابُ"
    (run,) = shape(shaper, word).runs
    assert [glyph.gid for glyph in run.glyphs] == harfbuzz_glyphs(word)
    assert "".join(glyph.text for glyph in run.glyphs) == word


def test_letters_take_their_joined_forms(shaper: Shaper):
    (joined,) = shape(shaper, "ببب").runs
    # In this face the dots are glyphs of their own, without a width.
    assert len({glyph.gid for glyph in joined.glyphs if glyph.advance}) == 3


def test_a_vowel_mark_stands_over_its_letter(shaper: Shaper):
    (run,) = shape(shaper, "بُ").runs
    (plain,) = shape(shaper, "ب").runs
    assert len(run.glyphs) == len(plain.glyphs) + 1
    assert sum(g.advance for g in run.glyphs) == sum(g.advance for g in plain.glyphs)
    (mark,) = (g for g in run.glyphs if g.gid not in {p.gid for p in plain.glyphs})
    assert mark.dx
    assert mark.dy


def test_brackets_turn_round(shaper: Shaper):
    (run,) = shape(shaper, "(نعم)").runs
    left_on_paper = run.glyphs[0].gid
    (opening,) = harfbuzz_glyphs("(", "NotoSansArabic")
    assert left_on_paper == opening


def test_western_numbers_run_from_left_to_right(shaper: Shaper):
    line = shape(shaper, "من 148/94 إلى")
    words = {run.x: run.right for run in line.runs}
    assert sorted(words.values()) == [False, True, True]
    (number,) = (run for run in line.runs if not run.right)
    assert "".join(glyph.text for glyph in number.glyphs).strip() == "148/94"


def test_a_pair_of_brackets_keeps_one_direction():
    text = "ABC (13 אב 30)"
    opening, closing = text.index("("), text.index(")")
    given_levels = bidi.levels(text, right=True)
    assert given_levels[opening] == given_levels[closing] == 1


def test_brackets_around_the_other_direction_follow_what_stands_before():
    assert bidi.levels("abc (אב)", right=False)[4] == 0
    assert bidi.levels("אב (גד)", right=False)[3] == 1
    assert bidi.levels("אב (cd)", right=False)[3] == 0
    assert bidi.levels("a () [b", right=True)[2] == 2


def test_an_isolate_keeps_its_own_order():
    text = f"x {bidi.isolate('אב 12')} 34"
    levels = bidi.levels(text, right=False)
    assert levels[text.index("1")] == 2
    assert levels[text.index("3")] == 0
    assert bidi.plain(text) == "x אב 12 34"


def test_an_isolate_left_open_or_closed_twice_does_no_harm():
    assert len(bidi.levels("א\u2068ב", right=True)) == 3
    assert len(bidi.levels("א\u2069ב", right=True)) == 3
    assert bidi.levels("", right=True) == []


def test_joiners_go_with_the_letter_before_them():
    assert bidi.levels("א\u200dב", right=False) == [1, 1, 1]


def test_runs_are_in_reading_order_and_side_by_side(shaper: Shaper):
    line = shape(shaper, "أ EPDS (13 من 30) ب")
    assert "".join(glyph.text for run in line.runs for glyph in run.glyphs) == line.text
    edges = sorted((run.x, run.x + sum(g.advance for g in run.glyphs)) for run in line.runs)
    assert edges[0][0] == 0
    assert all(abs(one[1] - other[0]) < 1e-9 for one, other in pairwise(edges))
    assert abs(edges[-1][1] - line.width) < 1e-9


def test_each_letter_comes_from_a_face_that_has_it(shaper: Shaper):
    line = shape(shaper, "Tiếng Việt نعم", "vi", right=False)
    assert [run.font.name for run in line.runs] == ["LatnR", "ArabR"]
    assert all(glyph.gid for run in line.runs for glyph in run.glyphs)


def test_a_further_script_comes_by_its_font_file():
    file = FONTS / "Lexend-Regular.ttf"
    book = FontBook({**own_fonts(FONTS), "Hans": FontFiles(file, file)})
    assert [face.name for face in book.faces("zh_Hans", bold=False)] == ["HansR", "LatnR", "ArabR"]
    assert [face.name for face in book.faces("vi", bold=True)] == ["LatnB", "ArabB", "HansB"]


def test_what_cannot_be_drawn_is_known(shaper: Shaper):
    assert shaper.covers("Việt نعم\n", "en")
    assert not shaper.covers("ក", "km")


def test_control_characters_become_spaces(shaper: Shaper):
    assert shape(shaper, "a\nb\x00c", "en", right=False).text == "a b c"


@given(st.text(alphabet="abcאبت0\u0661 ()[].,-:\u0301\u2068\u2069", max_size=24), st.booleans())
def test_every_character_is_seen_once(text: str, right: bool):
    order = bidi.visual_order(bidi.levels(text, right=right))
    assert sorted(order) == list(range(len(text)))


def test_lines_break_before_they_are_turned(shaper: Shaper):
    text = "الجواب رقم 12 (وهو جملة طويلة) لا معنى لها"
    rows = wrap(text, 6, lambda part: shape(shaper, part))
    assert len(rows) > 2
    assert " ".join(row.text for row in rows) == text
    assert all(row.width <= 6 for row in rows)


def test_a_cut_text_ends_in_an_ellipsis(shaper: Shaper):
    rows = wrap("one two three four five six", 5, lambda t: shape(shaper, t, "en", right=False), 2)
    assert len(rows) == 2
    assert rows[-1].text.endswith("…")
    assert rows[-1].width <= 5


def test_words_too_long_break_and_ideographs_break_anywhere(shaper: Shaper):
    def measure(text: str) -> Line:
        return shape(shaper, text, "en", right=False)

    assert "".join(row.text for row in wrap("x" * 40, 5, measure)) == "x" * 40
    assert [row.text for row in wrap("one-two", 2.6, measure)] == ["one-", "two"]
    assert len(wrap("漢字漢字漢字", 1.3, measure)) > 2
    assert wrap("", 5, measure) == []
