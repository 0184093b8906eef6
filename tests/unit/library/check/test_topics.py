import pytest

TOPIC = "topics/safe-sleep/topic.toml"


def test_sound_content_has_sound_topics(content):
    assert content.findings("topics") == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('id = "safe-sleep"', 'id = "sleep"', 1),
        ('["pregnant", "postpartum"]', "[]", 3),
        ("tint = 1", "tint = 9", 4),
        ("minutes = 4", "minutes = 0", 6),
        ("2026-11-23", "last week", 7),
        ("review_months = 12", "review_months = 0", 8),
    ],
)
def test_a_fault_is_found(content, old, new, line):
    content.edit(TOPIC, old, new)
    assert (TOPIC, line) in content.places("topics")


def test_a_review_that_is_due_is_a_warning(content):
    content.edit(TOPIC, "2026-11-23", "2025-12-01")
    [finding] = [f for f in content.load().findings if f.rule == "topics"]
    assert (finding.line, finding.severity) == (7, "warning")
    content.edit(TOPIC, "2025-12-01", "2025-12-02")
    assert content.findings("topics") == []


def test_two_topics_of_the_same_order_are_a_warning(content):
    text = (content.root / TOPIC).read_text(encoding="utf-8")
    content.write("topics/tidy/topic.toml", text.replace("safe-sleep", "tidy"))
    assert content.places("topics") == [("topics/tidy/topic.toml", 2)]


def test_a_folder_without_topics_is_found(tmp_path, content):
    content.root = tmp_path / "empty"
    assert content.places("topics") == [("topics", 1)]
