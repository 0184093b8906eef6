TOPIC = "topics/safe-sleep/topic.toml"


def test_sound_content_has_no_fault(content):
    assert content.findings("schema") == []


def test_every_wrong_value_of_a_file_is_found_at_once(content):
    content.edit(TOPIC, "order = 1", 'order = "first"')
    content.edit(TOPIC, '["pregnant", "postpartum"]', '["pregnant", "married"]')
    content.edit(TOPIC, "year = 2022\n", "")
    assert content.findings("schema") == [
        (TOPIC, 2, 'order: must be a whole number, not text in "quotes"'),
        (
            TOPIC,
            3,
            "stages: must be one of pregnant, postpartum, loss, supporting",
        ),
        (TOPIC, 10, "the key year is missing; add it"),
    ]


def test_text_that_is_no_toml_is_found_with_its_line(content):
    content.edit(TOPIC, "tint = 1", "tint 1")
    assert content.places("schema") == [(TOPIC, 4)]


def test_nesting_without_end_is_a_finding(content):
    content.write("helplines.toml", "a = " + "[" * 20_000)
    content.write("signs/es.toml", "a = " + "9" * 5_000)
    assert content.places("schema") == [("helplines.toml", 1), ("signs/es.toml", 1)]


def test_a_missing_file_is_found(content):
    (content.root / TOPIC).unlink()
    (content.root / "signs/signs.toml").unlink()
    (content.root / "helplines.toml").unlink()
    places = content.places("schema")
    assert places == [("helplines.toml", 1), ("signs/signs.toml", 1), (TOPIC, 1)]


def test_text_that_is_not_utf_8_is_found_with_its_line(content):
    content.write("topics/safe-sleep/es.md", b"---\ntitle: ni\xf1o\n---\n")
    assert content.places("schema") == [("topics/safe-sleep/es.md", 2)]


def test_a_folder_or_too_large_a_file_in_place_of_a_text_is_found(content):
    (content.root / "topics/safe-sleep/es.md").unlink()
    (content.root / "topics/safe-sleep/es.md").mkdir()
    content.write("topics/safe-sleep/en.md", "a" * 200_000)
    places = content.places("schema")
    assert places == [("topics/safe-sleep/en.md", 1), ("topics/safe-sleep/es.md", 1)]


def test_a_key_instead_of_a_list_of_tables_is_found(content):
    content.edit("helplines.toml", "[[source]]", "[source]")
    content.edit("helplines.toml", 'kind = "emergency"', 'kind = "fun"')
    assert content.places("schema") == [("helplines.toml", 5), ("helplines.toml", 18)]


def test_labels_that_are_no_table_are_found(content):
    content.write("signs/es.toml", 'headache = "x"\n')
    assert content.findings("schema") == [("signs/es.toml", 1, "headache: must be a table")]
