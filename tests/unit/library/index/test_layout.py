def test_a_card_is_a_chunk(count, rewrite):
    assert count("chunks") == (2, 2, [])
    rewrite("Nothing but a sheet.", "word " * 41)
    assert count("chunks") == (1, 2, [(15, "the card has 41 words")])


def test_lists_are_short(count, rewrite):
    assert count("lists") == (1, 1, [])
    rewrite("- Every nap.\n", "- Every nap.\n" * 4)
    assert count("lists") == (0, 1, [(6, "the list has 5 bullets")])


def test_a_text_without_lists_does_not_meet_the_item(count, rewrite):
    rewrite("- Every night.\n- Every nap.\n", "Every night.\n")
    assert count("lists") == (0, 1, [(1, "there is no list")])


def test_bullets_and_frames_draw_the_eye(count, rewrite):
    plain = [(15, "nothing but paragraphs stands on the card")]
    assert count("cues") == (1, 2, plain)
    rewrite("Nothing but a sheet.", "> [!note] Nothing but a sheet.")
    assert count("cues") == (2, 2, [])


def test_each_card_has_one_picture(count, rewrite):
    assert count("pictures") == (2, 2, [])
    rewrite("![An empty crib](bed.svg)\n", "![An empty crib](bed.svg)\n![Again](back.svg)\n")
    rewrite("![A baby on the back](back.svg)\n", "")
    assert count("pictures") == (
        0,
        2,
        [(6, "the card has no pictures"), (14, "the card has 2 pictures")],
    )


def test_each_picture_is_described(count, reason, rewrite):
    assert count("described") == (2, 2, [])
    rewrite("![An empty crib]", "![–]")
    assert count("described") == (1, 2, [(16, "the picture is not described")])
    rewrite("![–](bed.svg)\n", "")
    rewrite("![A baby on the back](back.svg)\n", "")
    assert count("described") == (0, 0, [])
    assert reason("described") == "there are no pictures"


def test_each_card_and_question_has_a_source(content, count, reason):
    assert count("sources") == (4, 4, [])
    content.edit("topics/safe-sleep/topic.toml", '["back", "bed", ', '["back", ')
    assert count("sources") == (3, 4, [(15, "no source names it")])
    content.edit("topics/safe-sleep/topic.toml", ', "side"', "")
    assert count("sources")[2][1] == (25, "no source names it")
    content.write("topics/safe-sleep/topic.toml", "no")
    assert reason("sources") == "topic.toml cannot be read"
