import pytest

EN = "topics/safe-sleep/en.md"


def test_sound_content_has_sound_cards(content):
    assert content.findings("cards") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("On the back {#back}", "On the back", 6, "has no id"),
        ("{#back}", "{#Back Side}", 6, "is not allowed"),
        ("## On the back", "# On the back", 6, "headings begin with ##"),
        ("## On the back {#back}", "On the back {#back}\n---", 6, "headings begin with ##"),
        ("[!urgent]", "[!danger]", 13, "a call-out is written"),
        ("> [!urgent] Blue", "> Blue", 13, "a call-out is written"),
        ("[!urgent] Blue lips? Call 911 now.", "[!urgent]", 13, "the text is missing"),
        ("Every nap.", "Every nap. {#nap}", 9, "not expected here"),
        ("- Every nap.", "- [ ] Every nap.", 9, "does not belong here"),
        ("- [ ] On the sofa", "- On the sofa", 20, "an answer begins with"),
        ("- [x] In a crib {#crib}", "- [x] In a crib", 22, "has no id"),
        ("Nothing but a sheet.\n", "\n", 15, "the card says nothing"),
        ("---\n\n## On", "---\nStray.\n\n## On", 5, "does not belong here"),
        ("{#where}\n", "{#where}\nStray.\n\n", 20, "does not belong here"),
        ("{#warmth}", "", 32, "has no id"),
    ],
)
def test_a_fault_is_found(content, old, new, line, message):
    content.edit(EN, old, new)
    found = content.findings("cards")
    assert (EN, line) in [(path, at) for path, at, _ in found]
    assert any(message in text for _, _, text in found)


def test_a_file_without_cards_is_found(content):
    content.write(EN, "---\ntitle: a\nspoken: b\n---\n")
    assert content.places("cards") == [(EN, 1)]
