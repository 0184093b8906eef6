import pytest

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"


def test_sound_content_is_translated(content):
    assert content.findings("untranslated") == []


@pytest.mark.parametrize(
    ("spanish", "english", "line"),
    [
        ("¿Dónde duerme su bebé?", "Where does your baby sleep?", 19),
        ("Sí.\n\n## ? ¿Qué", "Yes. A crib is best.\n\n## ? ¿Qué", 23),
        ("¿Qué temperatura?", "HOW WARM  should it be?", 32),
        ("spoken: Dormir seguro", "spoken: Safe sleep for your baby", 3),
        ("![Una cuna vacía]", "![An empty crib]", 16),
        ("- Llámenos cuando quiera.", "- Call us any time.", 38),
    ],
)
def test_a_line_left_in_english_is_an_error(content, spanish, english, line):
    content.edit(ES, spanish, english)
    [(path, at, message)] = content.findings("untranslated")
    assert (path, at) == (ES, line)
    assert message.endswith("; translate it")
    assert list(content.load().library.topic("safe-sleep").texts) == ["en"]


def test_an_english_line_at_another_place_is_found(content):
    content.edit(ES, "Solo una sábana.", "How warm should it be?")
    assert content.findings("untranslated") == [
        (ES, 17, '"How warm should it be?" is the English text (line 32); translate it')
    ]


def test_short_lines_may_be_the_same(content):
    content.edit(EN, "- Every night.", "- RSV vaccine, too.")
    content.edit(ES, "- Cada noche.", "- RSV vaccine, too.")
    assert content.findings("untranslated") == []


def test_signs_and_notes_are_looked_at_but_names_of_lines_may_stay(content):
    content.edit("signs/es.toml", "Tengo una señal.", "I have a sign.")
    content.edit("helplines.toml", '= "Emergencia"', '= "National Line For Everybody"')
    content.edit("helplines.toml", '= "Emergency"', '= "National Line For Everybody"')
    content.edit("helplines.toml", '"Call now"', '"Call now, by day or night"')
    content.edit("helplines.toml", '"Llame ahora"', '"Call now, by day or night"')
    assert content.places("untranslated") == [("helplines.toml", 16), ("signs/es.toml", 3)]


def test_without_an_english_text_nothing_is_compared(content):
    content.write("topics/safe-sleep/fr.md", (content.root / ES).read_text(encoding="utf-8"))
    (content.root / EN).unlink()
    assert content.findings("untranslated") == []
