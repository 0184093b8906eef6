from kiosk.library.check.length import words_in

EN = "topics/safe-sleep/en.md"


def test_sound_content_is_short_enough(content):
    assert content.findings("length") == []


def test_a_card_of_more_than_forty_words_is_found(content):
    content.edit(EN, "Backs are best.", "word " * 32)  # with 4 in bullets and 5 in the call-out
    assert content.findings("length") == [
        (EN, 6, "the card has 41 words; shorten it to 40 or split it")
    ]
    content.edit(EN, "word ", "")
    assert content.findings("length") == []


def test_more_than_four_bullets_are_found(content):
    content.edit(EN, "- Every nap.\n", "- Every nap.\n- a\n- b\n- c\n")
    assert content.places("length") == [(EN, 12)]


def test_a_long_bullet_and_a_long_heading_are_warnings(content):
    content.edit(EN, "Every nap.", "one " * 15)
    content.edit(EN, "On the back", "one two three four five six seven eight nine")
    severities = [f.severity for f in content.load().findings if f.rule == "length"]
    assert content.places("length") == [(EN, 6), (EN, 9)]
    assert severities == ["warning", "warning"]


def test_a_text_longer_than_any_screen_is_found(content):
    content.edit(EN, "A sofa is risky.", "word *a " * 500)
    assert content.places("length") == [(EN, 21)]


def test_words_are_counted_in_every_script():
    assert words_in("Put your baby – down, on 1 back.") == 7
    assert words_in("ضع طفلك على ظهره") == 4
    assert words_in("让宝宝仰卧睡觉") == 4
    assert words_in("血压 140/90") == 2
    assert words_in("–") == 0


def test_what_is_spoken_does_not_count(content):
    content.edit(EN, "Backs are best.", "> [!spoken] " + "word " * 60)
    assert content.findings("length") == []
    assert content.load().library.topic("safe-sleep").texts["en"].cards[0].spoken


def test_a_card_that_is_only_spoken_says_nothing(content):
    content.edit(EN, "Nothing but a sheet.", "> [!spoken] A sheet.")
    assert content.places("cards") == [(EN, 15)]
    content.edit(EN, "> [!spoken] A sheet.", "A sheet.\n\n> [!spoken]")
    assert content.places("cards") == [(EN, 19)]


def test_a_word_is_what_a_language_takes_for_one():
    assert words_in("Đặt bé nằm ngửa", "vi") == 3
    assert words_in("m ap bay l 1 let", "ht") == 4
    assert words_in("m ap bay l 1 let", "fr") == 6
