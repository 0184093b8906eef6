import pytest

LINES = "helplines.toml"


def test_sound_content_has_sound_lines(content):
    assert content.findings("helplines") == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('number = "911"', 'number = "nine"', 3),
        ('number = "911"', 'number = "٩١١"', 3),
        ('spoken = "9 1 1"', 'spoken = "9 9 1"', 4),
        ('"pregnant", "postpartum", "loss", "supporting"', "", 7),
        ('es = "Emergencia"', "", 10),
        ('es = "Llame ahora"', 'es = " "', 16),
        ('es = "Llame ahora"', 'es = "x"\nxx = "y"', 17),
    ],
)
def test_a_fault_is_found(content, old, new, line):
    content.edit(LINES, old, new)
    assert content.places("helplines") == [(LINES, line)]


def test_a_line_against_violence_never_goes_home_on_paper(content):
    content.edit(LINES, 'kind = "emergency"', 'kind = "violence"')
    assert content.places("helplines") == [(LINES, 6)]
    content.edit(LINES, "take_home = true", "take_home = false")
    assert content.findings("helplines") == []


def test_a_line_that_stands_twice_is_found(content):
    text = (content.root / LINES).read_text(encoding="utf-8")
    line = text[: text.index("[[source]]")]
    content.write(LINES, line + text)
    assert content.places("helplines") == [(LINES, 19)]
