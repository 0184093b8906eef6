import pytest

EN = "topics/safe-sleep/en.md"


def test_sound_content_has_no_markup(content):
    assert content.findings("markup") == []


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("See [this](https://example.org)", "links"),
        ("See https://example.org", "links"),
        ("See www.example.org", "links"),
        ("See <https://example.org>", "links"),
        ("[a]: https://example.org", "links"),
        ("This is **bold**", "emphasis"),
        ("This is _so_", "emphasis"),
        ("This ~~is~~", "emphasis"),
        ("This `is`", "code"),
        ("Text.\n\n    code", "code"),
        ("```\ncode\n```", "code"),
        ("1. one", "numbered"),
        ("***", "lines across"),
        ("| a |\n|---|\n| b |", "tables"),
        ("- a\n  - b", "a list item"),
        ("> [!note] a\n>\n> b", "a list item or call-out"),
    ],
)
def test_markup_is_found(content, new, message):
    content.edit(EN, "Backs are best.", new)
    found = content.findings("markup")
    assert found
    assert all(path == EN and line in {11, 12, 13} for path, line, _ in found)
    assert message in found[0][2]


def test_lonely_stars_and_brackets_are_plain_text(content):
    content.edit(EN, "Backs are best.", "2 * 3 [see below] & more_or_less")
    assert content.findings("markup") == []
