"""Files that people write: every fault names the file, the line and the column."""

import os
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.files import parse_table, parse_toml, place_of, read_text, read_toml


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of an array."""

    name: str
    count: int = 1


class Inner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table."""

    seconds: int = 60
    size: Literal["a4", "letter"] = "a4"


class Whole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file."""

    title: str
    tags: tuple[str, ...] = ()
    inner: Inner = Inner()
    part: tuple[Part, ...] = ()
    named: dict[str, Inner] = {}
    maybe: Inner | None = None


@pytest.fixture
def file(tmp_path):
    """Writes bytes or text to a file; gives its path."""

    def write(content):
        path = tmp_path / "file.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def where(error):
    """Line and column of a fault."""
    assert error.place is not None
    return error.place.line or 0, error.place.column or 0


def fault(function, *arguments, **options):
    with pytest.raises(InputError) as caught:
        function(*arguments, **options)
    return caught.value


def fault_or_none(function, *arguments):
    try:
        function(*arguments)
    except InputError as error:
        return error
    return None


def fault_of(text, kind=Whole):
    return fault(parse_toml, text, kind, "f.toml")


class TestReading:
    def test_what_is_written_is_read(self, file):
        assert read_text(file("título\n")) == "título\n"
        assert read_toml(file('title = "a"\n[inner]\nseconds = 5'), Whole) == Whole(
            "a", inner=Inner(5)
        )

    def test_a_byte_order_mark_is_dropped(self, file):
        assert read_toml(file(b"\xef\xbb\xbftitle = 'a'"), Whole).title == "a"

    def test_windows_line_ends(self, file):
        error = fault(read_toml, file(b"title = 'a'\r\ntags = 3\r\n"), Whole)
        assert where(error) == (2, 1)

    def test_a_missing_file(self, tmp_path):
        error = fault(read_text, tmp_path / "none.toml")
        assert error.code is ErrorCode.FILE_MISSING
        assert str(error.place) == str(tmp_path / "none.toml")

    def test_a_folder_in_place_of_a_file(self, tmp_path):
        error = fault(read_text, tmp_path)
        assert error.code is ErrorCode.FILE_UNREADABLE
        assert error.params["reason"]
        assert str(error.place) == str(tmp_path)

    def test_a_file_used_as_a_folder(self, file):
        error = fault(read_text, file("") / "kiosk.toml")
        assert error.code in (ErrorCode.FILE_UNREADABLE, ErrorCode.FILE_MISSING)

    def test_what_would_be_read_for_ever(self, tmp_path):
        os.mkfifo(tmp_path / "pipe")
        error = fault(read_text, tmp_path / "pipe")
        assert error.code is ErrorCode.FILE_UNREADABLE

    def test_a_link_that_leads_round(self, tmp_path):
        (tmp_path / "a").symlink_to(tmp_path / "a")
        error = fault(read_text, tmp_path / "a")
        assert error.code is ErrorCode.FILE_UNREADABLE

    @pytest.mark.parametrize(("size", "fine"), [(10, True), (11, False)])
    def test_a_file_that_is_too_large(self, file, size, fine):
        path = file(b"#" * size)
        if fine:
            assert len(read_text(path, largest=10)) == size
            return
        error = fault(read_text, path, largest=10)
        assert (error.code, error.params) == (ErrorCode.FILE_TOO_LARGE, {"most": 10})

    def test_an_empty_file(self, file):
        assert read_text(file(b"")) == ""

    @pytest.mark.parametrize(
        ("content", "line", "column"),
        [
            (b"\xff", 1, 1),
            (b"a = 1\nb = '\xe9'\n", 2, 6),
            (b"a\r\n\xff", 2, 1),
            (b"\xef\xbb\xbfa = 1\nb = '\xe9'\n", 2, 6),
            (b"\xef\xbb\xbfa\n\xff", 2, 1),
            ("ä = ".encode() + b"\xff", 1, 5),
        ],
    )
    def test_text_that_is_not_utf_8(self, file, content, line, column):
        path = file(content)
        error = fault(read_text, path)
        assert error.code is ErrorCode.NOT_UTF8
        assert str(error.place) == f"{path}:{line}:{column}"

    @given(st.binary(max_size=40))
    def test_whatever_the_bytes_it_is_text_or_a_known_fault(self, tmp_path_factory, content):
        path = tmp_path_factory.getbasetemp() / "any.toml"
        path.write_bytes(content)
        if (error := fault_or_none(read_text, path)) is not None:
            assert error.code is ErrorCode.NOT_UTF8
            assert 1 <= where(error)[0] <= content.count(b"\n") + 1


class TestToml:
    @pytest.mark.parametrize(
        ("text", "line", "column"),
        [
            ("title = ", 1, None),
            ("title = 'a'\ntags = [1,\n", 2, None),
            ("title = 'a'\n\nx = = 2", 3, 5),
            ("title = 'a'\ntitle = 'b'\n", 2, None),
            ("[a]\nb = 1\n[a]\nc = 2\n", 3, None),
            ("day = 2026-02-30", 1, None),
            ('title = "a\nb"', 1, None),
        ],
    )
    def test_what_is_not_toml(self, text, line, column):
        error = fault_of(text)
        assert error.code is ErrorCode.BAD_TOML
        assert str(error.place).startswith("f.toml:")
        assert where(error) == (line, column or where(error)[1])
        reason = str(error.params["reason"])
        assert "line" not in reason
        assert "\n" not in reason

    @pytest.mark.parametrize("text", ["x = " + "[" * 20_000, "x = " + "9" * 5_000])
    def test_what_no_reader_of_toml_can_take(self, text):
        assert fault_of(text).code is ErrorCode.BAD_TOML

    @given(st.text(max_size=60))
    def test_whatever_the_text_it_is_a_table_or_a_known_fault(self, text):
        if (error := fault_or_none(parse_table, text, "f.toml")) is not None:
            assert error.code is ErrorCode.BAD_TOML
            assert where(error) >= (1, 1)
            assert error.params["reason"]


class TestValues:
    @pytest.mark.parametrize(
        ("text", "place", "key"),
        [
            ("title = 3", "1:1", "title"),
            ("title = 'a'\n\n  tags = 3", "3:3", "tags"),
            ("title = 'a'\ntags = ['a', 3]", "2:1", "tags"),
            ("title = 'a'\n[inner]\nseconds = '3'", "3:1", "seconds"),
            ("title = 'a'\n[inner]\nseconds = 1.5", "3:1", "seconds"),
            ("title = 'a'\n[inner]\nsize = 'a5'", "3:1", "size"),
            ("title = 'a'\ninner.seconds = true", "2:1", "seconds"),
            ("title = 'a'\ninner = { seconds = '3' }", "2:1", "seconds"),
            ("title = 'a'\ninner = 3", "2:1", "inner"),
            ("title = 'a'\n[maybe]\nseconds = '3'", "3:1", "seconds"),
            ("title = 'a'\n['inner']\n\"seconds\" = 'x'", "3:1", "seconds"),
        ],
    )
    def test_a_wrong_type_is_found_where_it_stands(self, text, place, key):
        error = fault_of(text)
        assert error.code is ErrorCode.BAD_VALUE
        assert str(error.place) == f"f.toml:{place}"
        assert error.params["key"] == key
        assert error.params["reason"]
        assert "$" not in str(error.params["reason"])

    PARTS = "title = 'a'\n\n[[part]]\nname = 'b'\n\n[[part]]\nname = 'c'\ncount = "

    def test_a_wrong_type_in_an_array_of_tables(self):
        error = fault_of(self.PARTS + "'x'\n\n[[part]]\nname = 'd'\ncount = 1")
        assert (error.code, str(error.place)) == (ErrorCode.BAD_VALUE, "f.toml:8:1")
        assert error.params["key"] == "count"

    def test_an_unknown_key_in_an_array_of_tables(self):
        error = fault_of(self.PARTS + "3\nnaem = 'e'")
        assert (error.code, str(error.place)) == (ErrorCode.UNKNOWN_KEY, "f.toml:9:1")
        assert error.params == {"key": "naem", "nearest": "name"}

    def test_a_missing_key_of_a_table_in_an_array(self):
        error = fault_of("title = 'a'\n[[part]]\nname = 'b'\n[[part]]\ncount = 3")
        assert (error.code, error.params) == (ErrorCode.MISSING_KEY, {"key": "name"})
        assert where(error)[0] == 4

    def test_a_missing_key_at_the_top(self):
        error = fault_of("tags = []")
        assert (error.code, error.params) == (ErrorCode.MISSING_KEY, {"key": "title"})
        assert str(error.place) == "f.toml:1:1"

    @pytest.mark.parametrize(
        ("key", "nearest"),
        [("titel", "title"), ("secnds", "seconds"), ("siz", "size"), ("zebra", "")],
    )
    def test_an_unknown_key_names_the_nearest(self, key, nearest):
        error = fault_of(f"title = 'a'\n{key} = 1")
        assert (error.code, str(error.place)) == (ErrorCode.UNKNOWN_KEY, "f.toml:2:1")
        assert error.params == {"key": key, "nearest": nearest}

    def test_an_unknown_key_of_a_table_of_any_name_is_found_in_its_table(self):
        error = fault_of("title = 'a'\n[named.one]\nsecond = 3")
        assert (error.code, error.params["nearest"]) == (ErrorCode.UNKNOWN_KEY, "seconds")
        assert where(error)[0] in {2, 3}

    def test_what_is_right_is_taken(self):
        assert parse_toml(self.PARTS + "3", Whole, "f.toml").part == (Part("b"), Part("c", 3))


class TestPlaces:
    TEXT = "a = 1\n[b]\n  c = 2\n# d = 3\n[[e.f]]\ng = 1\n[[e.f]]\ng = 2\n[e.f.h]\ni = 3\n"

    @pytest.mark.parametrize(
        ("keys", "place"),
        [
            (["a"], "f:1:1"),
            (["b"], "f:2:1"),
            (["b", "c"], "f:3:3"),
            (["b", "missing"], "f:2:1"),
            (["e", "f", 0, "g"], "f:6:1"),
            (["e", "f", 1, "g"], "f:8:1"),
            (["e", "f", 1, "h", "i"], "f:10:1"),
            (["nothing"], "f:1:1"),
            ([], "f:1:1"),
        ],
    )
    def test_where_a_key_stands(self, keys, place):
        assert str(place_of(self.TEXT, keys, "f")) == place

    @given(st.text(max_size=80), st.lists(st.sampled_from(["a", "b", 0, 1, "..."]), max_size=3))
    def test_a_place_is_always_within_the_text(self, text, keys):
        place = place_of(text, keys, "f")
        assert place.line is not None
        assert 1 <= place.line <= max(1, len(text.splitlines()))


def test_a_path_is_named_as_it_was_given(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert str(fault(read_text, Path("kiosk.toml")).place) == "kiosk.toml"
