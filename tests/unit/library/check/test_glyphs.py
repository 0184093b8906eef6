from kiosk.library.typefaces import ARABIC, drawable
from kiosk.settings import fonts_folder

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"


def test_sound_content_can_be_drawn(content):
    assert content.findings("glyphs") == []


def test_a_character_that_no_face_has_is_found_once_a_line(content):
    content.edit(EN, "Nothing but a sheet.", "Nothing → a → sheet ☎.")
    assert content.findings("glyphs") == [
        (EN, 17, 'the kiosk\'s letters have no "→" (U+2192); replace it'),
        (EN, 17, 'the kiosk\'s letters have no "☎" (U+260E); replace it'),
    ]
    assert content.load().library.languages == ("en", "es")


def test_spaces_and_marks_of_direction_have_no_shape(content):
    content.edit(EN, "Nothing but a sheet.", "Nothing\u202fbut\u2009a\u00a0sheet.")
    assert content.findings("glyphs") == []


def test_what_is_not_shown_needs_no_shape(content):
    content.edit(EN, "![An empty crib]", "![An empty crib →]")
    content.edit(EN, "Nothing but a sheet.", "Nothing.\n\n> [!spoken] → →")
    assert content.findings("glyphs") == []


def test_the_kiosks_own_faces_are_read(tmp_path):
    fonts = fonts_folder()
    latin, arabic = drawable("vi", fonts), drawable("ar", fonts)
    assert latin is not None
    assert arabic is not None
    assert {ord(c) for c in "aéñ¿ếđ’°"} <= latin
    assert {ord(c) for c in "aéعً،"} <= arabic
    assert ord("ع") not in latin
    assert ord("→") not in arabic
    assert drawable("en", tmp_path) is None


def test_chinese_is_looked_for_on_the_system(tmp_path):
    fonts, empty, full = fonts_folder(), tmp_path / "empty", tmp_path / "full"
    face = full / "noto" / "NotoSansCJKsc-Regular.otf"
    face.parent.mkdir(parents=True)
    face.write_bytes((fonts / ARABIC).read_bytes())
    assert drawable("zh_Hans", fonts, (empty,)) is None
    known = drawable("zh_Hans", fonts, (empty, full))
    assert known is not None
    assert {ord("ع"), ord("a")} <= known
