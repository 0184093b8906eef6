SIGNS = "signs/signs.toml"


def test_sound_content_has_every_sign(content):
    assert content.findings("signs") == []


def test_a_missing_sign_is_found(content):
    content.edit(SIGNS, 'id = "headache"', 'id = "other-ache"')
    found = content.findings("signs")
    assert (SIGNS, 1, "the sign headache is missing; add it") in found
    assert ("signs/en.toml", 1) in [(path, line) for path, line, _ in found]


def test_a_sign_that_stands_twice_or_is_for_nobody_is_found(content):
    text = (content.root / SIGNS).read_text(encoding="utf-8")
    first = text[: text.index("\n\n") + 2]
    twice = first.replace(
        '"pregnant", "postpartum", "loss", "supporting"',
        "",
    )
    content.write(SIGNS, twice + text)
    assert content.places("signs") == [(SIGNS, 5), (SIGNS, 9)]


def test_missing_words_are_found(content):
    content.edit("signs/es.toml", "[headache]", "[headake]")
    content.edit("signs/es.toml", '[dizziness]\nlabel = "Una señal"', '[dizziness]\nlabel = ""')
    found = content.findings("signs")
    assert [(path, line) for path, line, _ in found] == [
        ("signs/es.toml", 1),
        ("signs/es.toml", 1),
        ("signs/es.toml", 6),
    ]
    assert any("did you mean headache?" in message for _, _, message in found)


def test_a_language_without_words_is_found(content):
    (content.root / "signs/es.toml").unlink()
    assert content.places("signs") == [("signs/es.toml", 1)]


def test_signs_that_cannot_be_read_are_found_once(content):
    content.write(SIGNS, "no")
    assert content.findings("signs") == []
    assert content.places("schema") == [(SIGNS, 1)]
