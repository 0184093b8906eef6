import pytest

TOPIC = "topics/safe-sleep/topic.toml"


def test_sound_content_has_sources(content):
    assert content.findings("sources") == []


def test_a_card_and_a_check_without_source_are_found(content):
    content.edit(TOPIC, '["back", "bed", "where", "side"]', '["back", "where"]')
    found = content.findings("sources")
    assert [(path, line) for path, line, _ in found] == [(TOPIC, 1), (TOPIC, 1)]
    assert [message.split()[0] for _, _, message in found] == ["bed", "side"]


def test_a_source_for_what_is_not_there_is_found(content):
    content.edit(TOPIC, '"back", "bed"', '"back", "bedd", "bed"')
    [(path, line, message)] = content.findings("sources")
    assert (path, line) == (TOPIC, 16)
    assert "did you mean bed?" in message


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("https://doi", "http://doi", 15),
        ("https://doi.org", "https://doi .org", 15),
        ("2022\n", "1022\n", 14),
        ("2022\n", "2028\n", 14),
        ("American Academy of Pediatrics", " ", 12),
    ],
)
def test_a_source_that_cannot_be_looked_up_is_found(content, old, new, line):
    content.edit(TOPIC, old, new)
    assert content.places("sources") == [(TOPIC, line)]


def test_a_source_that_stands_twice_is_found(content):
    text = (content.root / TOPIC).read_text(encoding="utf-8")
    content.write(TOPIC, text + "\n" + text[text.index("[[source]]") :])
    assert content.places("sources") == [(TOPIC, 19)]


def test_signs_and_lines_name_a_source_of_their_file(content):
    content.edit("signs/signs.toml", 'source = "cdc"', 'source = "cdd"')
    content.edit("helplines.toml", 'source = "national"', 'source = "x"')
    assert content.places("sources") == [("helplines.toml", 8), ("signs/signs.toml", 6)]


def test_a_slip_in_english_does_not_cost_the_topic_its_sources(content):
    content.edit("topics/safe-sleep/en.md", "{#bed}", "")
    assert content.findings("sources") == []
