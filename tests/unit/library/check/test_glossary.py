import pytest

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"
OWN = "glossary/es.toml"
REFERENCE = "glossary/en.toml"


def severities(content):
    return [f.severity for f in content.load().findings if f.rule == "glossary"]


def test_sound_content_keeps_to_its_glossary(content):
    assert content.findings("glossary") == []


def test_a_language_without_a_glossary_is_warned_of(content):
    (content.root / OWN).unlink()
    [(path, line, message)] = content.findings("glossary")
    assert (path, line) == (OWN, 1)
    assert message.startswith("there is no glossary for this language")
    assert severities(content) == ["warning"]


def test_without_any_glossary_every_language_is_warned_of_and_all_is_shown(content):
    for path in (OWN, REFERENCE):
        (content.root / path).unlink()
    (content.root / "glossary").rmdir()
    assert content.places("glossary") == [(REFERENCE, 1), (OWN, 1)]
    assert content.load().library.languages == ("en", "es")


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (EN, "A cot for two.", '"cot" is not said here; write "crib"'),
        (EN, "COTS? The Cot.", '"cot" is not said here'),
        (ES, "Un corral vacío.", '"corral" is not said here; write "cuna*"'),
    ],
)
def test_a_word_to_avoid_is_an_error_that_names_the_right_one(content, path, text, message):
    old = "Nothing but a sheet." if path == EN else "Solo una sábana."
    content.edit(path, old, text)
    assert content.places("glossary") == [(path, 17)]
    assert content.findings("glossary")[0][2].startswith(message)
    assert path[-5:-3] not in content.load().library.topic("safe-sleep").texts


def test_a_word_to_avoid_is_a_whole_word(content):
    content.edit(EN, "Nothing but a sheet.", "A cottage, an apricot.")
    assert content.findings("glossary") == []


def test_a_word_to_avoid_may_stand_in_the_phrase_to_use(content):
    content.edit(OWN, '["cuna*"]', '["cuna*", "cama de bebé"]')
    content.edit(ES, "Solo una sábana.", "Una cama de bebé.")
    assert content.findings("glossary") == []
    content.edit(ES, "Una cama de bebé.", "Una cama.")
    assert content.places("glossary") == [(ES, 17)]


def test_avoided_words_are_found_in_signs_and_help_lines(content):
    content.edit("signs/es.toml", "Una señal", "Un corral")
    content.edit("helplines.toml", 'es = "Emergencia"', 'es = "Corral"')
    assert content.places("glossary") == [("helplines.toml", 12), ("signs/es.toml", 2)]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("## Una cuna vacía {#bed}\n![Una cuna vacía]", "## Vacía {#bed}\n![Vacía]", 15),
        ("¿Dónde consigo una cuna?", "¿Dónde consigo una?", 33),
    ],
)
def test_a_term_that_the_english_text_uses_is_wanted(content, old, new, line):
    content.edit(ES, old, new)
    assert content.findings("glossary") == [
        (ES, line, 'the English text speaks of "crib"; write "cuna*"')
    ]
    assert severities(content) == ["warning"]


def test_any_form_of_a_term_will_do(content):
    content.edit(ES, "Una cuna vacía {#bed}", "Cunas vacías {#bed}")
    content.edit(ES, "![Una cuna vacía]", "![Vacía]")
    content.edit(ES, "¿Dónde duerme su bebé?", "¿Dónde duerme su RECIÉN NACIDA?")
    assert content.findings("glossary") == []


def test_signs_must_use_the_terms_too(content):
    content.edit("signs/en.toml", "A sign", "My baby is blue")
    assert content.places("glossary") == [("signs/es.toml", 1)]


def test_a_title_need_not_use_a_term(content):
    content.edit(EN, "title: Safe sleep", "title: The safe crib")
    assert content.findings("glossary") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('id = "crib"', 'id = "krib"', 1, 'the term "crib" of en.toml is missing; add it'),
        ('id = "crib"', 'id = "krib"', 2, 'the term "krib" is not in en.toml'),
        ('id = "baby"', 'id = "crib"', 7, 'the term "crib" stands here twice'),
        ('use = ["cuna*"]', "use = []", 3, 'use says no word for "crib"'),
        ('use = ["cuna*"]', 'use = ["*"]', 3, 'use says no word for "crib"'),
    ],
)
def test_the_same_terms_stand_in_every_glossary(content, old, new, line, message):
    content.edit(OWN, old, new)
    assert any(
        (path, at) == (OWN, line) and text.startswith(message)
        for path, at, text in content.findings("glossary")
    )


def test_without_the_english_glossary_terms_are_not_compared(content):
    content.write(REFERENCE, "no toml")
    content.edit(ES, "¿Dónde consigo una cuna?", "¿Dónde consigo una?")
    assert content.findings("glossary") == []
    assert content.places("schema") == [(REFERENCE, 1)]


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ('id = "crib"', 'id = "crib"\ncolour = 1', "unknown-keys", 3),
        ('use = ["cuna*"]', 'use = "cuna"', "schema", 3),
        ('[[term]]\nid = "crib"', '[term]\nid = "crib"', "schema", 6),
        ("[negation]\nwords", "[negation]\nwort", "schema", 10),
        ('card = "bed"', "card = 1", "schema", 15),
        ('[[term]]\nid = "crib"', 'colour = 1\n[[term]]\nid = "crib"', "unknown-keys", 1),
    ],
)
def test_a_glossary_out_of_form_is_found_and_hides_no_text(content, old, new, rule, line):
    content.edit(OWN, old, new)
    assert (OWN, line) in content.places(rule)
    assert content.load().library.languages == ("en", "es")


def test_a_glossary_of_no_language_is_found(content):
    content.write("glossary/xx.toml", "")
    content.write("glossary/notes.txt", "")
    assert content.places("languages") == [("glossary/notes.txt", 1), ("glossary/xx.toml", 1)]


def test_what_to_say_aloud_is_in_the_library(content):
    spoken = content.load().library.spoken
    assert spoken["en"] == {"°F": "degrees Fahrenheit"}
    assert spoken["es"] == {}


def test_chinese_terms_are_found_within_a_sentence(content):
    text = (content.root / ES).read_text(encoding="utf-8")
    content.write(
        "topics/safe-sleep/zh_Hans.md", text.replace("Solo una sábana.", "宝宝睡在婴儿床里。")
    )
    terms = (("crib", "婴儿床", "摇篮"), ("baby", "宝宝", "婴孩"))
    glossary = "".join(
        f'[[term]]\nid = "{name}"\nuse = ["{use}"]\navoid = ["{avoid}"]\n'
        for name, use, avoid in terms
    )
    content.write("glossary/zh_Hans.toml", glossary)
    lines = [line for path, line in content.places("glossary") if path.endswith("zh_Hans.md")]
    assert lines == [6, 19, 19, 33]
    content.edit("topics/safe-sleep/zh_Hans.md", "睡在婴儿床里", "睡在摇篮里")
    assert ("topics/safe-sleep/zh_Hans.md", 17) in content.places("glossary")
