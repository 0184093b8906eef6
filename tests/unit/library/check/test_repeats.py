import pytest

EN = "topics/safe-sleep/en.md"


def test_sound_content_repeats_nothing(content):
    assert content.findings("repeats") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("On the sofa", "in a  Crib", 22, ("error", "the answer says what line 20 says")),
        ("Which side is up?", "Where does your baby sleep?", 25, ("warning", "the check")),
        (
            "Where do I get a crib?",
            "How warm should it be?",
            33,
            ("warning", "the question to ask"),
        ),
        ("## A bare bed", "## On the back", 15, ("warning", "the card's heading")),
    ],
)
def test_what_stands_twice_is_found(content, old, new, line, told):
    content.edit(EN, old, new)
    [finding] = [f for f in content.load().findings if f.rule == "repeats"]
    severity, message = told
    assert (finding.path, finding.line, finding.severity) == (EN, line, severity)
    assert finding.message.startswith(message)


def test_two_questions_may_have_the_same_answers(content):
    content.edit(EN, "The belly", "In a crib")
    assert content.findings("repeats") == []


def test_empty_texts_are_for_another_rule(content):
    content.edit(EN, "On the sofa", "")
    content.edit(EN, "In a crib", "")
    assert content.findings("repeats") == []
