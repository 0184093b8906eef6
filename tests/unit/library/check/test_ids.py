import pytest

EN = "topics/safe-sleep/en.md"


def test_sound_content_has_every_id_once(content):
    assert content.findings("ids") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "first"),
    [
        ("{#bed}", "{#back}", 15, 6),
        ("{#where}", "{#bed}", 19, 15),
        ("{#crib}", "{#sofa}", 22, 20),
        ("{#get}", "{#warmth}", 33, 32),
    ],
)
def test_an_id_that_stands_twice_is_found(content, old, new, line, first):
    content.edit(EN, old, new)
    [(path, at, message)] = content.findings("ids")
    assert (path, at) == (EN, line)
    assert f"in line {first}" in message


def test_answers_of_two_questions_may_share_an_id(content):
    content.edit(EN, "{#belly}", "{#crib}")
    assert content.findings("ids") == []
