"""The words of the interface in a clinic's own languages."""

from importlib import import_module

import pytest
from babel.messages.pofile import read_po, write_po

from kiosk.cli.main import run
from kiosk.domain.language import use_languages
from kiosk.library.languages import written_languages

PATH = "words/so.po"


@pytest.fixture
def words(content, capsys):
    """A folder with all the words in Somali, each said as in English."""
    content.write("languages.toml", '[[language]]\ncode = "so"\nname = "Soomaali"\n')
    assert run(["--content", str(content.root), "content", "words", "so"]) == 0
    assert f"{PATH}: 0 of" in capsys.readouterr().out
    path = content.root / PATH
    with path.open("rb") as stream:
        catalogue = read_po(stream)
    for message in catalogue:
        if message.id:
            message.string = message.id
    with path.open("wb") as stream:
        write_po(stream, catalogue, width=0)
    use_languages(written_languages(content.root))
    yield content
    use_languages(())


def line_of(content, text):
    return (content.root / PATH).read_text(encoding="utf-8").split(text)[0].count("\n") + 1


def test_whole_words_are_sound(words):
    assert words.findings("words") == []


def test_words_that_are_whole_stay_when_they_are_brought_up_to_date(words, capsys):
    words.edit(PATH, 'msgstr "Next"', 'msgstr "Xiga"')
    assert run(["--content", str(words.root), "content", "words", "so"]) == 0
    done, of = capsys.readouterr().out.split(": ")[1].split()[0:3:2]
    assert done == of
    assert 'msgstr "Xiga"' in (words.root / PATH).read_text(encoding="utf-8")
    assert words.findings("words") == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('msgid "Next"\nmsgstr "Next"', 'msgid "Next"\nmsgstr ""', '"Next" is not translated'),
        ('msgid "Next"', '#, fuzzy\nmsgid "Next"', '"Next" is marked as fuzzy'),
        ('msgid "Next"', 'msgid "Nex"', '"Next" is missing'),
    ],
)
def test_a_word_that_is_not_whole_is_found(words, old, new, said):
    words.edit(PATH, old, new)
    [(path, line, message)] = words.findings("words")
    assert message.startswith(said)
    assert (path, line) == (PATH, 1 if "missing" in said else line_of(words, 'msgid "Next"'))


@pytest.mark.parametrize(("form", "said"), [
    ("100 % %(reason)s", "a lone %"), ("%(reson)s", "has %(reason)s in it"),
])  # fmt: skip
def test_a_placeholder_that_cannot_be_filled_is_found(words, form, said):
    words.edit(PATH, 'msgstr "%(reason)s"', f'msgstr "{form}"')
    [(_, line, message)] = words.findings("words")
    assert said in message
    assert line == line_of(words, 'msgid "%(reason)s"')


def test_plural_forms_are_counted_and_read(words):
    words.edit(PATH, "nplurals=2", "nplurals=3")
    assert "needs 3 forms" in words.findings("words")[0][2]
    words.edit(PATH, "nplurals=3; plural=(n != 1)", "nplurals=2; plural=(n !!)")
    assert "Plural-Forms cannot be read" in words.findings("words")[0][2]


def test_what_is_no_po_file_is_found_at_its_line(words, capsys):
    words.write(PATH, 'msgid "Next"\nmsgstr "Xiga"\n\nNext\n')
    [(path, line, message)] = words.findings("words")
    assert (path, line) == (PATH, 4)
    assert "this is no PO file" in message
    assert run(["--content", str(words.root), "content", "words", "so"]) == 1
    assert f"{PATH}:4" in capsys.readouterr().err


def test_a_new_file_has_some_findings_and_the_number_of_the_rest(words):
    words.write(PATH, "")
    found = words.findings("words")
    assert 1 < len(found) <= 21
    assert any("more of" in message for _, _, message in found)


def test_files_that_nobody_reads(words):
    words.write("words/notes.txt", "x")
    words.write("words/es.po", "")
    words.write("words/xx.po", "")
    assert [(path, message.partition(";")[0]) for path, _, message in words.findings("words")] == [
        ("words/es.po", "this file is not used"),
        ("words/notes.txt", "this file is not used"),
        ("words/xx.po", 'unknown language "xx"'),
    ]


def test_words_for_a_language_that_is_not_known(words, capsys):
    assert run(["--content", str(words.root), "content", "words", "xx"]) == 1
    assert "unknown language xx" in capsys.readouterr().err
    words.edit("languages.toml", "Soomaali", "")
    assert run(["--content", str(words.root), "content", "words", "so"]) == 1
    assert "languages.toml" in capsys.readouterr().err


def test_a_built_in_language_without_words_is_a_warning(content, monkeypatch, tmp_path):
    # A kiosk that brings the words of Spanish alone.
    brought = tmp_path / "translations" / "es" / "LC_MESSAGES"
    brought.mkdir(parents=True)
    (brought / "kiosk.mo").touch()
    rule = import_module("kiosk.library.check.words")
    monkeypatch.setattr(rule, "translations_folder", lambda: tmp_path / "translations")
    content.write("topics/safe-sleep/fr.md", "x")
    [finding] = [f for f in content.load().findings if f.rule == "words"]
    assert (finding.path, finding.severity) == ("words/fr.po", "warning")
