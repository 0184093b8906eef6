import pytest

EN = "topics/safe-sleep/en.md"
SPOKEN = "spoken: Safe sleep for your baby\n"


def test_sound_content_has_sound_heads(content):
    assert content.findings("front-matter") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (SPOKEN, "", 1, "spoken is missing"),
        ("title: Safe sleep", "title:", 2, "title is empty"),
        (SPOKEN, f"{SPOKEN}tilte: x\n", 4, "did you mean title?"),
        (SPOKEN, f"{SPOKEN}title: x\n", 4, "stands here twice"),
        (SPOKEN, f"{SPOKEN}nonsense\n", 4, "not of the form"),
        ("---\ntitle", "title", 1, "must begin with ---"),
    ],
)
def test_a_fault_is_found(content, old, new, line, message):
    content.edit(EN, old, new)
    [(path, at, text)] = content.findings("front-matter")
    assert (path, at) == (EN, line)
    assert message in text


def test_an_open_end_and_an_empty_file_are_found(content):
    content.write(EN, "---\ntitle: a\nspoken: b\n")
    content.write("topics/safe-sleep/es.md", "")
    assert content.places("front-matter") == [(EN, 1), ("topics/safe-sleep/es.md", 1)]


def test_quotes_blank_lines_and_comments_are_understood(content):
    content.edit(EN, "title: Safe sleep\n", '\n# words\ntitle: "Safe sleep"\n')
    assert content.findings("front-matter") == []
    assert content.load().library.topic("safe-sleep").texts["en"].title == "Safe sleep"
