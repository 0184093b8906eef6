import pytest

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"
OWN = "glossary/es.toml"
FINE = '\n[[negation_fine]]\ntopic = "safe-sleep"\ncard = "bed"\n'


def test_sound_content_loses_no_negation(content):
    assert content.findings("negation") == []


@pytest.mark.parametrize(
    ("english", "new", "spanish", "line"),
    [
        ("- Every night.", "- Never by day.", "", 8),
        ("Backs are best.", "Don’t turn it.", "", 11),
        ("Blue lips? Call 911 now.", "No wait. Call 911 now.", "", 13),
        ("On the back {#back}", "Not on the belly {#back}", "", 6),
        ("Where does your baby", "Where may your baby not", "", 19),
        ("On the sofa", "Nowhere, not on a sofa", "", 20),
        ("A sofa is risky.", "A sofa isn't safe.", "", 21),
        ("- The bed is bare.", "- Without pillows.", "", 37),
    ],
)
def test_a_lost_negation_is_a_warning_at_its_line(content, english, new, spanish, line):
    content.edit(EN, english, new)
    [(path, at, message)] = content.findings("negation")
    assert (path, at) == (ES, line)
    assert f"line {line} of en.md" in message
    assert content.load().library.languages == ("en", "es")


def test_other_languages_may_say_no_where_english_does_not(content):
    content.edit(ES, "Cada noche.", "Nunca de lado.")
    assert content.findings("negation") == []


def test_any_marker_of_the_language_will_do_but_only_as_a_word(content):
    content.edit(EN, "Every night.", "Not by day.")
    content.edit(ES, "Cada noche.", "Sin dudar.")
    assert content.findings("negation") == []
    content.edit(ES, "Sin dudar.", "Sinceramente, noche.")
    assert content.places("negation") == [(ES, 8)]


def test_what_is_declared_fine_is_not_looked_at(content):
    content.edit(OWN, FINE, "")
    assert content.places("negation") == [(ES, 17)]


def test_a_section_to_take_home_may_be_declared_fine(content):
    content.edit(EN, "- The bed is bare.", "- No pillows.")
    content.edit(OWN, 'card = "bed"', 'card = "bed"' + FINE.replace("bed", "take-home"))
    assert content.findings("negation") == []


def test_a_declaration_for_a_card_that_is_gone_is_found(content):
    content.edit(OWN, 'card = "bed"', 'card = "bad"')
    assert content.findings("negation")[0] == (
        OWN,
        13,
        'there is no "safe-sleep/bad"; correct or remove it',
    )


def test_where_the_lines_differ_the_card_as_a_whole_must_say_it(content):
    content.edit(EN, "- Every nap.", "- Not by day.")
    content.edit(ES, "- Cada siesta.\n", "")
    assert content.places("negation") == [(ES, 6)]
    content.edit(ES, "Cada noche.", "Nunca de lado.")
    assert content.findings("negation") == []


def test_a_glossary_without_words_of_negation_is_found(content):
    content.edit(OWN, '["no", "nunca", "nada", "sin"]', "[]")
    assert content.findings("negation") == [
        (OWN, 10, "there are no words of negation; add [negation] with words")
    ]
    content.edit(OWN, "words = []", 'words = ["no", "*"]')
    assert content.places("negation") == [(OWN, 11)]


def test_what_is_read_aloud_or_describes_a_picture_is_not_held_against_it(content):
    content.edit(EN, "![A baby on the back]", "![A baby, not on the belly]")
    content.edit(EN, "Backs are best.", "Backs are best.\n\n> [!spoken] Never on the belly.")
    assert content.findings("negation") == []


def test_a_start_does_not_wait_for_it(content):
    content.edit(EN, "- Every night.", "- Never by day.")
    assert [f for f in content.load().findings if f.rule == "negation"] == []
