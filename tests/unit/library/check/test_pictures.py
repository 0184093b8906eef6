from pathlib import Path

import pytest

EN = "topics/safe-sleep/en.md"
BED = "topics/safe-sleep/bed.svg"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n'


def test_sound_content_has_sound_pictures(content):
    assert content.findings("pictures") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("(bed.svg)", "(cot.svg)", 16, "there is no file cot.svg"),
        ("(bed.svg)", "(../bed.svg)", 16, "is no name of a picture"),
        ("(bed.svg)", "(bed.png)", 16, "is no name of a picture"),
        ("![An empty crib](bed.svg)\n", "", 15, "has no picture"),
        ("![An empty crib](bed.svg)\n", "![a](bed.svg)\n![b](back.svg)\n", 17, "one picture"),
        ("![An empty crib]", "![]", 16, "is not described"),
        ("Nothing but a sheet.", "Nothing ![a](bed.svg) but.", 17, "a line of its own"),
        ("(bed.svg)", '(bed.svg "title")', 0, ""),
    ],
)
def test_a_fault_in_a_text_is_found(content, old, new, line, message):
    content.edit(EN, old, new)
    found = content.findings("pictures")
    assert [(path, at) for path, at, _ in found] == ([(EN, line)] if line else [])
    assert all(message in text for _, _, text in found)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "not sound XML"),
        ("\x00\x01", 1, "not sound XML"),
        (HEAD + "<g>\n</svg>", 3, "not sound XML"),
        ("<html/>", 1, "not SVG"),
        (HEAD + "<text>Bed</text></svg>", 2, "holds words"),
        (HEAD + "<g>\n<script/></g></svg>", 3, "holds <script>"),
        (HEAD + '<g onload="x()"/></svg>', 2, "code that runs"),
        (HEAD + '<use xlink:href="https://example.org/a.svg"/></svg>', 2, "another file"),
        (HEAD + '<path fill="url(https://example.org/a)"/></svg>', 2, "another file"),
        (HEAD + "<style>@import 'a.css';</style></svg>", 2, "another file"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg/>', 1, "DOCTYPE"),
        ("<svg>" + " " * 600_000 + "</svg>", 1, "bytes"),
    ],
)
def test_a_fault_in_a_picture_is_found(content, text, line, message):
    content.write(BED, text)
    found = content.findings("pictures")
    assert [(path, at) for path, at, _ in found] == [(BED, line)]
    assert message in found[0][2]


def test_a_reference_within_the_picture_is_allowed(content):
    content.write(BED, HEAD + '<use xlink:href="#a" fill="url(#b)"/></svg>')
    assert content.findings("pictures") == []


def test_a_folder_in_place_of_a_picture_is_found(content):
    (content.root / BED).unlink()
    (content.root / BED).mkdir()
    assert content.places("pictures") == [(BED, 1)]


def test_a_picture_that_nothing_uses_is_a_warning(content):
    content.write("topics/safe-sleep/old.svg", "x")
    content.write("signs/photo.png", "x")
    found = [f for f in content.load().findings if f.rule == "pictures"]
    assert [f.path for f in found] == ["signs/photo.png", "topics/safe-sleep/old.svg"]
    assert {f.severity for f in found} == {"warning"}


def test_a_missing_picture_of_a_sign_is_found(content):
    content.edit("signs/signs.toml", "sign.svg", "gone.svg")
    assert content.places("pictures") == [("signs/signs.toml", 4)]


def test_a_picture_that_may_not_be_read_is_found(content, monkeypatch):
    read_bytes = Path.read_bytes

    def refuse(path):
        if path.name == "bed.svg":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    [(path, line, message)] = content.findings("pictures")
    assert (path, line) == (BED, 1)
    assert "Permission denied" in message
