import pytest

from kiosk.library.index.figures import numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 911, 988 or 1-833-852-6262.", []),
        ("140/90 or higher: call 911.", ["140/90"]),
        ("100.4 °F (38.0 °C) or more", ["100.4°F"]),
        ("38.0 °C or more", ["38.0°C"]),
        ("About 1 in 7 women", ["1", "7"]),
        ("No number", []),
    ],
)
def test_numbers_to_understand(text, found):
    assert numbers(text) == found


def test_a_text_without_numbers_is_not_counted(count, reason):
    for name in ("few-numbers", "number-words", "no-sums"):
        assert count(name) == (0, 0, [])
        assert reason(name) == "there are no numbers"


def test_few_numbers_stand_on_a_card(count, rewrite):
    rewrite("Nothing but a sheet.", "Day 1: 2 diapers. Day 3: 4 diapers.")
    assert count("few-numbers") == (1, 1, [])
    rewrite("Day 1:", "In 5 days: day 1:")
    assert count("few-numbers") == (0, 1, [(15, "the card has 5 numbers")])


def test_numbers_read_aloud_are_not_counted(count, rewrite):
    rewrite("Nothing but a sheet.", "One sheet.\n\n> [!spoken] 1 2 3 4 5 6 sheets.")
    assert count("few-numbers") == (0, 0, [])


def test_no_number_stands_alone(count, rewrite):
    rewrite("- Every night.", "- 100.4 °F (38.0 °C)")
    rewrite("- The bed is bare.", "- Every 2 hours")
    assert count("number-words") == (1, 2, [(8, "the number stands alone")])


def test_the_words_beside_a_number_may_have_no_spaces(content, count):
    text = (content.root / "topics/safe-sleep/en.md").read_text(encoding="utf-8")
    content.write("topics/safe-sleep/zh_Hans.md", text.replace("Every nap.", "体温100.4度以上"))
    assert count("number-words", "zh_Hans") == (1, 1, [])


@pytest.mark.parametrize("text", ["Give 20% more.", "Give 2 + 3 drops.", "Give 2 × 3 drops."])
def test_nothing_is_worked_out(count, rewrite, text):
    rewrite("- The bed is bare.", "- Every 2 hours")
    rewrite("Nothing but a sheet.", text)
    assert count("no-sums") == (1, 2, [(17, "there is a per cent or a sum")])
