import pytest

LONG = "word " * 21


def test_sentences_are_short(count, rewrite):
    met, of, misses = count("sentences")
    assert (met, misses) == (of, [])
    rewrite("A sofa is risky.", f"{LONG.strip()}. A sofa is risky.")
    assert count("sentences") == (of, of + 1, [(21, "the sentence has 21 words")])


def test_sentences_without_spaces_are_counted_in_characters(content, count):
    text = (content.root / "topics/safe-sleep/en.md").read_text(encoding="utf-8")
    content.write("topics/safe-sleep/zh_Hans.md", text.replace("Every nap.", "宝" * 41 + "。"))
    assert (9, "the sentence has 41 characters") in count("sentences", "zh_Hans")[2]
    content.write("topics/safe-sleep/zh_Hans.md", text.replace("Every nap.", "宝" * 40 + "。"))
    assert 9 not in [line for line, _ in count("sentences", "zh_Hans")[2]]


def test_english_is_read_at_its_grade_as_a_whole_and_card_by_card(count, rewrite):
    assert count("reading") == (3, 3, [])
    rewrite("Nothing but a sheet.", "Institutional environments necessitate circumspection.")
    met, of, misses = count("reading")
    assert (met, of) == (2, 3)
    assert [(line, why[:22]) for line, why in misses] == [(15, "the card is at grade 1")]


def test_a_whole_text_above_the_grade_is_named_at_its_beginning(content, count):
    path = content.root / "topics/safe-sleep/en.md"
    hard = path.read_text(encoding="utf-8").replace("Yes.", "Unquestionably immediately. " * 9)
    content.write("topics/safe-sleep/en.md", hard)
    [(line, why)] = count("reading")[2]
    assert line == 1
    assert why.startswith("the text is at grade ")


def test_spanish_is_read_by_its_ease(content, count):
    assert count("reading", "es") == (1, 1, [])
    path = content.root / "topics/safe-sleep/es.md"
    hard = path.read_text(encoding="utf-8").replace("Sí.", "Indudablemente particularidades. " * 20)
    content.write("topics/safe-sleep/es.md", hard)
    [(line, why)] = count("reading", "es")[2]
    assert (line, why[:20]) == (1, "the reading ease is ")


def test_other_languages_have_no_formula_but_long_words(content, count, reason):
    text = (content.root / "topics/safe-sleep/en.md").read_text(encoding="utf-8")
    content.write("topics/safe-sleep/ar.md", text.replace("A sofa is risky.", "ب" * 21))
    assert count("reading", "ar") == (0, 0, [])
    assert reason("reading", "ar") == "no formula is known to fit this language"
    met, of, [(line, why)] = count("short-words", "ar")
    assert (met, line) == (of - 1, 21)
    assert why.endswith(" has 21 letters")
    assert reason("short-words", "en") == "the reading level looks at the words"


def test_words_are_not_counted_where_no_spaces_are_written(content, reason):
    text = (content.root / "topics/safe-sleep/en.md").read_text(encoding="utf-8")
    content.write("topics/safe-sleep/zh_Hans.md", text)
    assert reason("short-words", "zh_Hans") == "this language is written without spaces"


@pytest.mark.parametrize(
    ("new", "misses"),
    [
        ("Nothing but a cot.", [(17, 'the text says "cot"')]),
        ("> [!spoken] A cot is bare.", [(17, 'the text says "cot"')]),
        ("Nothing but cotton.", []),
    ],
)
def test_words_to_avoid_are_found(count, rewrite, new, misses):
    met, of, found = count("everyday")
    assert (met, found) == (of, [])
    rewrite("Nothing but a sheet.", new)
    assert count("everyday")[2] == misses


def test_a_word_is_right_within_the_phrase_to_use(content, count):
    content.edit("glossary/en.toml", 'use = ["crib"]', 'use = ["travel cot"]')
    content.edit("topics/safe-sleep/en.md", "Nothing but a sheet.", "A travel cot, or a cot.")
    content.edit("topics/safe-sleep/en.md", "Backs are best.", "A travel cot.")
    assert count("everyday")[2] == [(17, 'the text says "cot"')]


def test_nothing_is_counted_without_words_to_avoid(content, reason):
    told = "the glossary of this language names no word to avoid"
    content.edit("glossary/en.toml", 'avoid = ["cot"]\n', "")
    assert reason("everyday") == told
    (content.root / "glossary/es.toml").unlink()
    assert reason("everyday", "es") == told
