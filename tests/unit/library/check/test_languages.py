def test_sound_content_has_known_languages(content):
    assert content.findings("languages") == []


def test_an_unknown_language_is_found_with_the_nearest(content):
    content.write("topics/safe-sleep/pt_PT.md", "x")
    content.write("signs/zh.toml", "x")
    found = content.findings("languages")
    assert [(path, line) for path, line, _ in found] == [
        ("signs/zh.toml", 1),
        ("topics/safe-sleep/pt_PT.md", 1),
    ]
    assert "did you mean pt_BR?" in found[1][2]


def test_files_that_are_no_content_are_warnings(content):
    content.write("topics/notes.txt", "x")
    content.write("topics/safe-sleep/es.txt", "x")
    content.write("topics/safe-sleep/.hidden", "x")
    content.write("topics/safe-sleep/en.md~", "x")
    found = [f for f in content.load().findings if f.rule == "languages"]
    assert [f.path for f in found] == ["topics/notes.txt", "topics/safe-sleep/es.txt"]
    assert {f.severity for f in found} == {"warning"}


def test_a_topic_without_any_text_is_found(content):
    (content.root / "topics/safe-sleep/en.md").unlink()
    (content.root / "topics/safe-sleep/es.md").unlink()
    assert content.places("languages") == [("topics/safe-sleep", 1)]


def test_a_topic_without_english_is_shown_and_warned_of(content):
    (content.root / "topics/safe-sleep/en.md").unlink()
    [finding] = [f for f in content.load().findings if f.rule == "languages"]
    assert (finding.path, finding.line, finding.severity) == (
        "topics/safe-sleep/en.md",
        1,
        "warning",
    )
    assert list(content.load().library.topic("safe-sleep").texts) == ["es"]
