EN = "topics/safe-sleep/en.md"


def test_sound_content_has_sound_questions(content):
    assert content.findings("checks") == []


def test_two_right_answers_are_found(content):
    content.edit(EN, "- [ ] On the sofa", "- [x] On the sofa")
    [(path, line, message)] = content.findings("checks")
    assert (path, line) == (EN, 22)
    assert message.startswith("2 answers are marked right")


def test_no_right_answer_is_found(content):
    content.edit(EN, "- [x] In a crib", "- [ ] In a crib")
    assert content.places("checks") == [(EN, 19)]


def test_one_answer_or_four_are_found(content):
    content.edit(EN, "- [ ] On the sofa {#sofa}\n  A sofa is risky.\n", "")
    more = "- [ ] a {#a}\n  a\n- [ ] b {#b}\n  b\n"
    content.edit(EN, "- [x] The belly", f"{more}- [x] The belly")
    assert content.places("checks") == [(EN, 19), (EN, 23)]


def test_a_missing_explanation_is_found(content):
    content.edit(EN, "  A sofa is risky.\n", "")
    assert content.places("checks") == [(EN, 20)]


def test_one_question_or_five_are_found(content):
    text = (content.root / EN).read_text(encoding="utf-8")
    start, end = text.index("## ? Which"), text.index("## Questions")
    content.write(EN, text[:start] + text[end:])
    assert content.places("checks") == [(EN, 1)]
    many = "".join(text[start:end].replace("{#side}", f"{{#side-{n}}}") for n in range(4))
    content.write(EN, text[:start] + many + text[end:])
    assert content.places("checks") == [(EN, 43)]
