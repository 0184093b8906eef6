TOPIC = "topics/safe-sleep/topic.toml"


def test_sound_content_has_no_unknown_key(content):
    assert content.findings("unknown-keys") == []


def test_every_unknown_key_is_found_with_the_nearest_name(content):
    content.edit(TOPIC, "minutes = 4", "minutes = 4\nminuts = 5")
    content.edit(TOPIC, "year = 2022", 'year = 2022\nauthor = "x"')
    content.edit("helplines.toml", 'spoken = "9 1 1"', 'spoken = "9 1 1"\nspoke = "9"')
    content.edit("signs/signs.toml", "[[source]]", "[[sauce]]\na = 1\n\n[[source]]")
    found = content.findings("unknown-keys")
    assert [(path, line) for path, line, _ in found] == [
        ("helplines.toml", 5),
        ("signs/signs.toml", 183),
        (TOPIC, 7),
        (TOPIC, 16),
    ]
    assert "did you mean spoken?" in found[0][2]
    assert "did you mean source?" in found[1][2]
    assert "did you mean minutes?" in found[2][2]


def test_approvals_may_hold_approvals_only(content):
    content.write("approvals.toml", "[[aproval]]\n")
    assert content.places("unknown-keys") == [("approvals.toml", 1)]
