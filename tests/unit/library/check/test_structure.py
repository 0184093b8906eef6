import pytest

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"


def test_sound_content_is_the_same_in_every_language(content):
    assert content.findings("structure") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("{#bed}", "{#cama}", 15, "the card cama is not in en.md"),
        ("(bed.svg)", "(back.svg)", 16, "has the picture bed.svg here"),
        ("{#where}", "{#donde}", 19, "the check question donde is not in en.md"),
        ("{#sofa}", "{#silla}", 20, "the answer silla is not in en.md"),
        ("{#warmth}", "{#calor}", 32, "the question to ask warmth of en.md is missing"),
        ("> [!urgent]", "> [!note]", 6, "0 call-outs [!urgent]"),
    ],
)
def test_a_difference_is_found(content, old, new, line, message):
    content.edit(ES, old, new)
    found = content.findings("structure")
    assert {path for path, _, _ in found} == {ES}
    assert any(at == line and message in text for _, at, text in found)


def test_another_right_answer_is_found(content):
    content.edit(ES, "- [ ] En el sofá", "- [x] En el sofá")
    content.edit(ES, "- [x] En una cuna", "- [ ] En una cuna")
    found = content.findings("structure")
    assert [(path, line) for path, line, _ in found] == [(ES, 20), (ES, 22)]
    assert "sofa is not right in en.md" in found[0][2]


def test_another_order_is_found(content):
    content.edit(ES, "{#warmth}", "{#x}")
    content.edit(ES, "{#get}", "{#warmth}")
    content.edit(ES, "{#x}", "{#get}")
    assert content.findings("structure") == [
        (ES, 32, "the question to ask warmth comes first in en.md; keep its order")
    ]


def test_missing_parts_at_the_end_are_found(content):
    text = (content.root / ES).read_text(encoding="utf-8")
    content.write(ES, text[: text.index("## Preguntas")])
    assert content.places("structure") == [(ES, 1), (ES, 1)]


def test_without_english_the_first_language_is_the_model(content):
    text = (content.root / ES).read_text(encoding="utf-8")
    content.write("topics/safe-sleep/fr.md", text.replace("{#bed}", "{#lit}"))
    (content.root / EN).unlink()
    paths = {path for path, _, _ in content.findings("structure")}
    assert paths == {"topics/safe-sleep/fr.md"}


def test_a_slip_in_english_does_not_make_the_others_wrong(content):
    content.edit(EN, "{#bed}", "")
    assert {path for path, _, _ in content.findings("structure")} == {EN}
    assert list(content.load().library.topic("safe-sleep").texts) == ["es"]
