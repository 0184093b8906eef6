"""languages.toml and the words beside it."""

import shutil

import pytest

from kiosk.domain.language import BUILT_IN, LANGUAGES, Language, own_name, script_of, use_languages
from kiosk.i18n import Catalogues
from kiosk.library.languages import written_languages
from kiosk.pdf.fonts import FontBook, own_fonts
from kiosk.settings import fonts_folder, translations_folder

SOUND = '[[language]]\ncode = "so"\nname = "Soomaali"\n'
NEW = '[[language]]\ncode = "qps"\nname = "Qps"\nenglish = "Pseudo"\nformats = "en"\n'
OWN = 'font = "Lexend"\nregular = "fonts/own.ttf"\n'
PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Next"
msgstr "Xiga"
"""


@pytest.fixture(autouse=True)
def only_built_in():
    yield
    use_languages(())


def test_a_folder_without_the_file_adds_nothing(content):
    assert written_languages(content.root) == ()


def test_a_sound_table_is_a_language(content):
    content.write("languages.toml", SOUND)
    content.write("words/so.po", PO)
    words = str(content.root / "words/so.po")
    assert written_languages(content.root) == (Language("so", "Soomaali", words=words),)
    assert content.findings("languages") == [
        ("languages.toml", 1, "no topic is written in so; write topics/<topic>/so.md")
    ]


def test_words_for_a_built_in_language_are_found(content):
    content.write("words/fr.po", PO)
    [french] = written_languages(content.root)
    assert (french.code, french.name) == ("fr", "Français")
    use_languages([french])
    assert list(LANGUAGES) == list(BUILT_IN)
    assert Catalogues(content.root).words("fr").gettext("Next") == "Xiga"


def test_words_that_were_damaged_since_are_english(content, logs):
    use_languages([Language("so", "Soomaali", words=str(content.root / "words/so.po"))])
    catalogues = Catalogues(content.root)
    assert catalogues.has("so")
    logs.expect("words not read: so.po")
    assert catalogues.words("so").gettext("Next") == "Next"


def test_dates_and_names_are_borrowed(content):
    content.write("languages.toml", NEW)
    use_languages(written_languages(content.root))
    catalogues = Catalogues(content.root)
    assert catalogues.words("en").language_name("qps") == "Pseudo"
    assert catalogues.words("qps").language_name("es") == "Spanish"


def test_a_font_of_its_own_comes_first_on_paper(content):
    content.write("languages.toml", NEW + OWN)
    (content.root / "fonts").mkdir()
    shutil.copyfile(fonts_folder() / "Lexend-Regular.ttf", content.root / "fonts/own.ttf")
    use_languages(written_languages(content.root))
    book = FontBook(own_fonts(fonts_folder()))
    assert [face.name for face in book.faces("qps", bold=True)][:2] == ["qpsB", "LatnB"]
    assert [face.name for face in book.faces("ar", bold=False)][:2] == ["ArabR", "LatnR"]
    assert content.findings("glyphs") == []
    content.edit("languages.toml", "Lexend", "Other")
    assert content.findings("glyphs") == [
        ("languages.toml", 6, 'the family in the file is "Lexend"; write this name')
    ]


def test_a_language_that_is_known_no_more():
    assert (own_name("so"), script_of("so")) == ("so", "Latn")
    assert (own_name("ar"), script_of("ar")) == ("العربية", "Arab")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (SOUND.replace("so", "Somali"), 2, "a code is 2 or 3 small letters"),
        (SOUND.replace('"so"', '"es"'), 2, "by itself; remove this table"),
        (SOUND + SOUND, 5, "stands here twice"),
        (SOUND.replace("Soomaali", " "), 3, "write the language's name"),
        (NEW.replace('formats = "en"', ""), 2, "the dates of"),
        (NEW.replace('formats = "en"', 'formats = "zz"'), 5, 'nothing is known of "zz"'),
        (NEW.replace('english = "Pseudo"', ""), 2, "add english"),
        (SOUND + 'script = "Latin"\n', 4, "a script has four letters"),
        (SOUND + 'script = "Hebr"\nright_to_left = true\n', 4, "no letters of the script Hebr"),
        (SOUND + 'font = "Lexend"\n', 4, "font without regular"),
        (SOUND + 'semibold = "a.ttf"\n', 4, "semibold without regular"),
        (SOUND + OWN, 5, "cannot be read; put the font file there"),
        (SOUND + OWN.replace("own.ttf", "text.ttf"), 5, "is no font with TrueType outlines"),
        (SOUND + "right_to_left = true\n", 4, "the script Latn runs from left to right"),
    ],
)
def test_faults_are_found_where_they_stand(content, text, line, said):
    content.write("languages.toml", text)
    content.write("fonts/text.ttf", "text")
    found = content.findings("languages")
    assert any(at == line and said in message for _, at, message in found), found


def test_a_table_that_is_no_language_is_found_by_its_keys(content):
    content.write("languages.toml", '[[language]]\ncode = "so"\nnames = "Soomaali"\n')
    assert written_languages(content.root) == ()
    assert content.places("unknown-keys") == [("languages.toml", 3)]
    content.write("topics/safe-sleep/so.md", "x")
    assert content.findings("languages") == []


def test_a_language_added_while_the_kiosk_runs_is_no_error(content):
    content.write("languages.toml", SOUND)
    content.write("topics/safe-sleep/so.md", "x")
    content.edit("helplines.toml", 'en = "Call now"', 'en = "Call now"\nso = "Wac"')
    said = "so is new; it is shown from the kiosk's next start on"
    found = [*content.findings("languages"), *content.findings("helplines")]
    assert [(path, message) for path, _, message in found] == [
        ("topics/safe-sleep/so.md", said),
        ("helplines.toml", said),
    ]


def test_a_language_without_sound_words_is_not_offered(content):
    content.write("languages.toml", SOUND)
    whole = translations_folder() / "es" / "LC_MESSAGES" / "kiosk.po"
    content.write("words/so.po", whole.read_bytes())
    for path in ("topics/safe-sleep/{}.md", "signs/{}.toml"):
        content.write(path.format("so"), (content.root / path.format("es")).read_bytes())
    for name in ("Emergencia", "Llame ahora"):
        content.edit("helplines.toml", f'es = "{name}"', f'es = "{name}"\nso = "{name}"')
    use_languages(written_languages(content.root))
    assert "so" in content.load().library.languages
    content.write("words/so.po", PO)
    assert "so" not in content.load().library.languages
