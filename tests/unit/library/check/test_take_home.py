import pytest

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"


def severities(content):
    return [f.severity for f in content.load().findings if f.rule == "take-home"]


def test_three_short_points_are_sound(content):
    assert content.findings("take-home") == []
    text = content.load().library.topic("safe-sleep").texts["es"]
    assert text.take_home == (
        "Boca arriba es mejor.",
        "La cuna está vacía.",
        "Llámenos cuando quiera.",
    )


def test_a_text_without_the_section_is_shown_and_warned_of(content):
    text = (content.root / ES).read_text(encoding="utf-8")
    content.write(ES, text[: text.index("## !")])
    [(path, line, message)] = content.findings("take-home")
    assert (path, line) == (ES, 1)
    assert message.startswith("nothing says what to remember; add a section ## ! Heading")
    assert severities(content) == ["warning"]
    assert content.load().library.topic("safe-sleep").texts["es"].take_home == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("- Call us any time.\n", "", 35, "there are 2 points to take home; a topic has 3 or 4"),
        ("any time.", "any time.\n- a\n- b", 40, "there are 5 points to take home"),
        ("## ! To remember", "## !", 35, "the heading is missing after ## !"),
        ("Call us any time.", "one " * 15, 38, "the point has 15 words; shorten it to 14"),
    ],
)
def test_a_section_out_of_form_is_found(content, old, new, line, message):
    content.edit(EN, old, new)
    [(path, at, text)] = content.findings("take-home")
    assert (path, at) == (EN, line)
    assert text.startswith(message)


def test_a_long_point_hides_nothing_and_too_few_points_do(content):
    content.edit(EN, "Call us any time.", "one " * 15)
    assert severities(content) == ["warning"]
    content.edit(EN, "- The bed is bare.\n", "")
    assert list(content.load().library.topic("safe-sleep").texts) == ["es"]


def test_every_language_has_as_many_points(content):
    content.edit(ES, "- Llámenos cuando quiera.", "- Llámenos.\n- Gracias.")
    assert content.findings("take-home") == []
    assert content.findings("structure") == [
        (ES, 35, "there are 4 points to take home, in en.md 3; make them the same")
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ("- Call us any time.", "- Call us any time. {#call}", "cards", 38),
        ("## ! To remember", "## ! To remember {#id}", "cards", 35),
        ("- Call us any time.", "- Call us any time.\n\nAnd more.", "cards", 40),
        ("- Call us any time.", "- Call us any time.\n  - And more.", "markup", 39),
        ("- Call us any time.", "-", "markup", 38),
        ("- Call us any time.", "- x\n\n## ! Again\n- y", "cards", 40),
    ],
)
def test_only_plain_bullets_stand_in_it(content, old, new, rule, line):
    content.edit(EN, old, new)
    assert (EN, line) in content.places(rule)
