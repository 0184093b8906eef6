EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"


def swap(content, path):
    """The right answer of the second question moves from the first place to the second."""
    text = (content.root / path).read_text(encoding="utf-8")
    start, end = (
        text.index("- [x]", text.index("{#side}")),
        text.index("\n\n##", text.index("{#up}")),
    )
    right, wrong = text[start:end].split("\n- ")
    content.write(path, f"{text[:start]}- {wrong}\n{right}{text[end:]}")


def test_right_answers_at_different_places_are_fine(content):
    assert content.findings("answers") == []


def test_right_answers_at_one_place_are_a_warning_for_the_topic(content):
    swap(content, EN)
    swap(content, ES)
    assert content.findings("answers") == [
        (
            EN,
            19,
            "the right answer is always the second; change the order of some, in every language",
        )
    ]
    assert content.load().library.languages == ("en", "es")


def test_one_question_has_no_pattern(content):
    text = (content.root / EN).read_text(encoding="utf-8")
    content.write(EN, text[: text.index("## ? Which")] + text[text.index("## Questions") :])
    assert content.findings("answers") == []


def test_questions_without_right_answers_are_for_another_rule(content):
    text = (content.root / EN).read_text(encoding="utf-8")
    content.write(EN, text.replace("[x]", "[ ]"))
    assert content.findings("answers") == []
