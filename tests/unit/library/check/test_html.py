EN = "topics/safe-sleep/en.md"


def test_sound_content_has_no_html(content):
    assert content.findings("html") == []


def test_tags_and_comments_are_found(content):
    content.edit(EN, "Every nap.", "Every <b>nap.")
    content.edit(EN, "Backs are best.", "<!-- hidden -->")
    content.edit(EN, "A crib is best.", "A crib<br> is best.")
    assert content.places("html") == [(EN, 9), (EN, 11), (EN, 23)]


def test_a_smaller_than_sign_is_no_html(content):
    content.edit(EN, "Every nap.", "A fever < 38.")
    assert content.findings("html") == []
