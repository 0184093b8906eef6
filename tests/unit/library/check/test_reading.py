import pytest

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"
HARD = "Individuals experiencing considerable respiratory difficulties necessitate evaluation."
DURO = "Aproximadamente determinadas intervenciones multidisciplinarias hospitalarias intensivas."


def test_short_plain_sentences_are_easy(content):
    assert content.findings("reading") == []


def test_a_hard_card_is_a_warning_at_the_card(content):
    content.edit(EN, "Nothing but a sheet.", f"{HARD} {HARD}")
    [(path, line, message)] = content.findings("reading")
    assert (path, line) == (EN, 15)
    assert message.startswith("the card's reading level is grade ")


def test_a_hard_topic_is_a_warning_at_its_beginning(content):
    text = (content.root / EN).read_text(encoding="utf-8")
    content.write(EN, text.replace("A sofa is risky.", f"{HARD} " * 12))
    [(path, line, message)] = content.findings("reading")
    assert (path, line) == (EN, 1)
    assert "(Flesch-Kincaid); bring it to 6" in message


def test_a_hard_spanish_topic_is_a_warning_at_its_beginning(content):
    content.edit(ES, "Un sofá es peligroso.", f"{DURO} " * 12)
    [(path, line, message)] = content.findings("reading")
    assert (path, line) == (ES, 1)
    assert "(Fernández Huerta); make it 70 or more" in message


def test_what_is_spoken_and_titles_are_not_measured(content):
    content.edit(EN, "spoken: Safe sleep for your baby", f"spoken: {HARD * 9}")
    content.edit(EN, "Nothing but a sheet.", f"Nothing.\n\n> [!spoken] {HARD * 9}")
    assert content.findings("reading") == []


@pytest.mark.parametrize(
    ("language", "text", "message"),
    [
        ("fr", "mot " * 21, "the sentence has 21 words; split it so that none has more than 20"),
        ("fr", "mot " * 19 + "fin. " + "mot " * 20, ""),
        ("vi", "a" * 21, '"aaaaaaaaaaaaaaaaaaaaa" has 21 letters; use a shorter word'),
        ("ar", "كلمة " * 21, "the sentence has 21 words"),
        ("ar", "كلمة " * 20 + "؟ " + "كلمة " * 20, ""),
        ("zh_Hans", "宝" * 41, "the sentence has 41 characters; split it so that none has more"),
        ("zh_Hans", "宝" * 40 + "。" + "宝" * 40, ""),
    ],
)
def test_elsewhere_long_sentences_and_words_are_warnings(content, language, text, message):
    path = f"topics/safe-sleep/{language}.md"
    spanish = (content.root / ES).read_text(encoding="utf-8")
    content.write(path, spanish.replace("Un sofá es peligroso.", text.strip()))
    found = [finding for finding in content.findings("reading") if finding[0] == path]
    assert [(line, told[: len(message)]) for _, line, told in found] == (
        [(21, message)] if message else []
    )


def test_a_start_does_not_measure(content):
    content.edit(EN, "A sofa is risky.", f"{HARD} " * 12)
    assert [f for f in content.load().findings if f.rule == "reading"] == []
