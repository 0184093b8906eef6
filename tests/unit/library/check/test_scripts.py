import pytest

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"


def written(content, language, text):
    """What is said of a text that stands in a card of that language."""
    path = f"topics/safe-sleep/{language}.md"
    spanish = (content.root / ES).read_text(encoding="utf-8")
    content.write(path, spanish.replace("Solo una sábana.", text))
    found = [finding for finding in content.findings("scripts") if finding[:2] == (path, 17)]
    return [message for _, _, message in found]


def test_sound_content_is_of_one_script(content):
    assert content.findings("scripts") == []


@pytest.mark.parametrize(
    ("language", "word"),
    [("es", "s\u0430ma"), ("vi", "em \u0430nh\u0430o"), ("ar", "طفلbaby"), ("ar", "babyطفل")],
)
def test_a_word_of_two_scripts_is_found(content, language, word):
    assert any("mixes letters of two scripts" in each for each in written(content, language, word))


def test_whole_words_of_another_script_and_units_are_no_mixture(content):
    assert written(content, "es", "Ω \u0434\u0430 5 µg") == []


@pytest.mark.parametrize("language", ["ar", "zh_Hans"])
def test_latin_words_are_those_of_the_english_text(content, language):
    assert written(content, language, "Sheet, BABY, D 5") == []
    assert written(content, language, "Sheet and sofas") == [
        'the English text has no word "and"; translate it',
        'the English text has no word "sofas"; translate it',
    ]


def test_the_signs_have_words_of_their_own(content):
    content.write("signs/ar.toml", '[headache]\nlabel = "علامة sign"\nsay = "سرير crib"\n')
    found = [(line, text) for path, line, text in content.findings("scripts") if "ar" in path]
    assert found == [(3, 'the English text has no word "crib"; translate it')]
