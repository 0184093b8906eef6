import pytest

from kiosk.library.readability import (
    Measure,
    fernandez_huerta,
    flesch_kincaid,
    measure,
    sentences,
    words,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two! Three?", ["One", "Two", "Three"]),
        ("At 100.4 °F call. Now", ["At 100.4 °F call", "Now"]),
        ("متى؟ الآن.", ["متى", "الآن"]),
        ("宝宝睡觉。好！", ["宝宝睡觉", "好"]),
        ("Well… “Yes.” No", ["Well", "“Yes", "” No"]),
        ("…", []),
    ],
)
def test_sentences(text, found):
    assert list(sentences(text)) == found


def test_words_keep_their_hyphens_and_apostrophes():
    assert words("Don’t re-heat 140/90 – ever.") == ["Don’t", "re-heat", "140", "90", "ever"]


def test_the_end_of_a_line_ends_a_sentence():
    assert measure(["Put your baby down", "On the back. Now."], "en") == Measure(3, 8, 9)


def test_syllables_of_english_and_spanish():
    assert measure(["pressure people-pleaser"], "en").syllables == 2 + 2 + 2
    assert measure(["embarazo médico leche"], "es").syllables == 4 + 3 + 2


def test_the_formulas_are_those_of_their_authors():
    text = Measure(sentences=10, words=100, syllables=150)
    assert flesch_kincaid(text) == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59)
    assert fernandez_huerta(text) == pytest.approx(206.84 - 60 * 1.5 - 1.02 * 10)


def test_nothing_to_read_is_easy():
    nothing = measure([], "en")
    assert flesch_kincaid(nothing) < 0
    assert fernandez_huerta(nothing) > 100
