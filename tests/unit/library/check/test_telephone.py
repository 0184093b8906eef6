import pytest

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"


def say(content, english, spanish):
    content.edit(EN, "Nothing but a sheet.", english)
    content.edit(ES, "Solo una sábana.", spanish)
    return content.findings("telephone")


def test_sound_content_names_known_numbers(content):
    assert content.findings("telephone") == []


@pytest.mark.parametrize("number", ["988", "1-800-222-1222", "(800) 222-1222", "8002221222"])
def test_a_number_that_is_no_help_line_is_an_error_in_every_text(content, number):
    found = say(content, f"Call {number}.", f"Llame al {number}.")
    assert [(path, line) for path, line, _ in found] == [(EN, 17), (ES, 17)]
    assert "or add the line to helplines.toml" in found[0][2]
    assert content.load().library.topics == ()


def test_a_number_is_known_with_and_without_the_country(content):
    old = 'number = "911"\nspoken = "9 1 1"'
    new = 'number = "1-800-222-1222"\nspoken = "1 800 222 1222"'
    content.edit("helplines.toml", old, new)
    found = say(content, "Call 800-222-1222 now.", "Llame al +1 800 222 1222.")
    assert {message.partition(";")[0] for _, _, message in found} == {
        "no help line has the number 911"
    }


@pytest.mark.parametrize("text", ["On page 9111.", "9.911 times", "911/5", "In 2026, 140/90."])
def test_other_figures_are_no_numbers_to_call(content, text):
    assert say(content, text, text) == []


def test_signs_and_help_lines_are_looked_at(content):
    content.edit("signs/en.toml", "I have a sign.", "Call 988.")
    content.edit("helplines.toml", 'en = "Call now"', 'en = "Or call 988"')
    assert content.places("telephone") == [("helplines.toml", 15), ("signs/en.toml", 3)]


@pytest.mark.parametrize("text", ["", "no toml", '[[line]]\nid = "x"\n'])
def test_broken_help_lines_hide_no_text(content, text):
    content.write("helplines.toml", text)
    assert content.findings("telephone") == []
    assert content.load().library.topics != ()


def test_help_lines_without_their_source_hide_no_text(content):
    content.edit("helplines.toml", '"national"\n\n[line.name]', '"nobody"\n\n[line.name]')
    content.edit("signs/en.toml", "I have a sign.", "Call 988.")
    assert content.places("sources") == [("helplines.toml", 8)]
    assert content.findings("telephone") == []
