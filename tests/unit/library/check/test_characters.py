import pytest

EN = "topics/safe-sleep/en.md"


def test_sound_content_has_no_hidden_character(content):
    assert content.findings("characters") == []


@pytest.mark.parametrize("hidden", ["\x07", "\u202e", "\u2066", "\u200b", "\ufffd", "\u200f"])
def test_a_hidden_character_is_found(content, hidden):
    content.edit(EN, "Every nap.", f"Every{hidden} nap.")
    [(path, line, message)] = content.findings("characters")
    assert (path, line) == (EN, 9)
    assert f"U+{ord(hidden):04X}" in message


def test_marks_of_direction_stand_rightly_in_arabic(content):
    content.write("topics/safe-sleep/ar.md", "---\ntitle: \u200fA\nspoken: \u202eB\n---\n")
    assert content.places("characters") == [("topics/safe-sleep/ar.md", 3)]


def test_a_binary_file_is_not_a_thousand_findings(content):
    content.write(EN, "\x01" * 1000)
    assert len(content.findings("characters")) == 5


def test_it_looks_into_toml_too(content):
    content.edit("helplines.toml", "Call now", "Call\u202e now")
    assert content.places("characters") == [("helplines.toml", 15)]
