"""`kiosk epds`, as it is typed."""

import io
import json
from dataclasses import replace

import pytest

from kiosk.cli.main import run
from kiosk.library.text_pack import read_text_pack
from tests.helpers.epds_files import dictionary_of, dictionary_rows, questionnaire_of
from tests.helpers.epds_texts import made_up_text, pack_of, published_pack

PERMISSION = ["--permission", "letter of 2 March"]


@pytest.fixture
def kiosk(tmp_path, capsys, monkeypatch):
    """Runs a command; gives (exit status, standard output, standard error)."""
    monkeypatch.setattr("sys.stdin", io.StringIO())

    def command(*arguments):
        status = run(["--data", str(tmp_path / "data"), *map(str, arguments)])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return command


@pytest.fixture
def unknown_pack(tmp_path):
    path = tmp_path / "vi.toml"
    path.write_text(pack_of(made_up_text("vi")), encoding="utf-8")
    return path


@pytest.fixture
def differing_pack(tmp_path):
    path = tmp_path / "en.toml"
    path.write_text(pack_of(made_up_text()), encoding="utf-8")
    return path


@pytest.fixture
def published(tmp_path):
    """The published English wording with one option changed."""
    pack = published_pack("en")
    option = read_text_pack(pack).item(3).options[1]
    path = tmp_path / "changed.toml"
    path.write_text(pack.read_text(encoding="utf-8").replace(option, "Another"), encoding="utf-8")
    return path


def test_the_published_wording_is_verified(kiosk):
    pack = published_pack("en")
    status, out, err = kiosk("epds", "install", pack, *PERMISSION)
    assert (status, err) == (0, "")
    assert out == "en: cox-holden-sagovsky-1987-us-form, verified\n"


def test_a_changed_option_is_named_and_stops_the_installation(kiosk, published):
    status, out, err = kiosk("epds", "install", published, *PERMISSION)
    assert (status, out) == (1, "")
    assert err.startswith(f"kiosk: {published}: ")
    assert "item 3 option 2" in err
    assert len(err.splitlines()) == 1
    assert "No text is installed" in kiosk("epds", "list")[1]


def test_a_changed_option_may_be_accepted_by_name(kiosk, published):
    accept = ["--accept-differences"]
    assert kiosk("epds", "install", published, *PERMISSION, *accept)[0] == 1
    status, out, _ = kiosk("epds", "install", published, *PERMISSION, *accept, "--by", "Ann")
    assert status == 0
    assert "not verified, differs in item 3 option 2" in out
    assert "(Ann)" in out


def test_every_difference_is_named(kiosk, differing_pack):
    status, _, err = kiosk("epds", "install", differing_pack, *PERMISSION)
    assert status == 1
    for number in range(1, 11):
        assert f"item {number}," in err
        assert f"item {number} option 4" in err


def test_a_language_without_fingerprints_shows_the_points_and_is_not_verified(kiosk, unknown_pack):
    status, out, err = kiosk("epds", "install", unknown_pack, *PERMISSION)
    assert status == 0
    assert out == "vi: made-up-1, not verified\n"
    assert "item  1 (laughing): 0 1 2 3\n" in err
    assert "item 10 (thoughts of self-harm): 3 2 1 0\n" in err
    assert "    3  Option 10.1\n    2  Option 10.2\n" in err
    assert "Nobody has confirmed these points" in err
    assert listed(kiosk)[0]["points_confirmed"] is False


def test_without_a_terminal_points_are_confirmed_by_an_option(kiosk, unknown_pack):
    status, _, err = kiosk("epds", "install", unknown_pack, *PERMISSION, "--points-confirmed")
    assert status == 0
    assert "    3  Option 10.1\n" in err
    assert "Nobody" not in err
    assert listed(kiosk)[0]["points_confirmed"] is True


def listed(kiosk):
    return json.loads(kiosk("epds", "list", "--json")[1])


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("answer", "status"), [("y\n", 0), ("n\n", 1), ("", 1)])
def test_on_a_terminal_the_points_are_confirmed(kiosk, unknown_pack, monkeypatch, answer, status):
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert kiosk("epds", "install", unknown_pack, *PERMISSION)[0] == status
    assert ("vi:" in kiosk("epds", "list")[1]) is (status == 0)


def test_confirmed_on_a_terminal_is_kept(kiosk, unknown_pack, monkeypatch):
    monkeypatch.setattr("sys.stdin", Terminal("y\n"))
    kiosk("epds", "install", unknown_pack, *PERMISSION)
    assert listed(kiosk)[0]["points_confirmed"] is True


def test_confirmed_before_a_terminal_does_not_ask(kiosk, unknown_pack, monkeypatch):
    monkeypatch.setattr("sys.stdin", Terminal(""))
    install = ["epds", "install", unknown_pack, *PERMISSION, "--points-confirmed"]
    assert kiosk(*install)[0] == 0


def test_the_list_holds_the_permission_and_no_wording(kiosk, unknown_pack):
    kiosk(
        *("epds", "install", unknown_pack, *PERMISSION, "--granted-by", "the college"),
        *("--granted-on", "2026-03-02", "--scope", "screen"),
    )
    assert kiosk("epds", "list")[1] == (
        "vi: made-up-1, not verified\n    permission: letter of 2 March, granted by the college,"
        " granted on 2026-03-02, scope: screen\n"
    )
    assert listed(kiosk) == [
        {
            "instrument": "epds",
            "language": "vi",
            "version": "made-up-1",
            "verified": False,
            "differences": [],
            "accepted_by": "",
            "points_confirmed": False,
            "permission": "letter of 2 March",
            "granted_by": "the college",
            "granted_on": "2026-03-02",
            "scope": "screen",
            "scope_terms": None,
        }
    ]


def test_a_scope_in_terms_is_listed_as_terms(kiosk, unknown_pack):
    scope = "languages=vi;sites=North,South;print=yes"
    kiosk("epds", "install", unknown_pack, *PERMISSION, "--scope", scope)
    assert listed(kiosk)[0]["scope_terms"] == {
        "languages": ["vi"],
        "sites": ["North", "South"],
        "print": True,
        "audio": None,
    }
    wanted = f"vi: made-up-1, not verified\n    permission: letter of 2 March, scope: {scope}\n"
    assert kiosk("epds", "list")[1] == wanted


@pytest.mark.parametrize("ending", ["json", "toml"])
def test_a_questionnaire_is_installed_whatever_it_is_called(kiosk, tmp_path, ending):
    path = tmp_path / f"form.{ending}"
    path.write_text(json.dumps(questionnaire_of(made_up_text("vi"))), encoding="utf-8")
    status, out, _ = kiosk("epds", "install", path, *PERMISSION)
    assert (status, out) == (0, "vi: made-up-1, not verified\n")


def test_a_data_dictionary_is_installed_with_its_language(kiosk, tmp_path):
    path = tmp_path / "form.csv"
    path.write_text(dictionary_of(dictionary_rows(made_up_text())), encoding="utf-8-sig")
    status, _, err = kiosk("epds", "install", path, *PERMISSION)
    assert (status, len(err.splitlines())) == (1, 1)
    assert err == f"kiosk: {path}: does not say its language; give it with --language\n"
    status, out, _ = kiosk("epds", "install", path, *PERMISSION, "--language", "vi")
    assert (status, out) == (0, "vi: redcap-epds, not verified\n")


def test_a_language_that_disagrees_is_refused(kiosk, unknown_pack):
    status, _, err = kiosk("epds", "install", unknown_pack, *PERMISSION, "--language", "en")
    assert status == 1
    assert err.startswith(f"kiosk: {unknown_pack}:2:1: is in vi by its own account, not in en")


@pytest.mark.parametrize("accept", [[], ["--accept-differences", "--by", "Ann"]])
@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_options_in_another_order_are_named_and_never_installed(kiosk, tmp_path, language, accept):
    pack = published_pack(language).read_text(encoding="utf-8")
    one, two, *_ = read_text_pack(published_pack(language)).item(10).options
    head, start, tail = pack.rpartition("number = 10")
    tail = tail.replace(one, "\0", 1).replace(two, one, 1).replace("\0", two, 1)
    path = tmp_path / "turned.toml"
    path.write_text(head + start + tail, encoding="utf-8")
    status, out, err = kiosk("epds", "install", path, *PERMISSION, *accept)
    assert (status, out, len(err.splitlines())) == (1, "", 1)
    assert err.startswith(f"kiosk: {path}: cannot be installed: item 10: the options stand in")
    assert listed(kiosk) == []


def test_an_item_in_another_language_is_named(kiosk, tmp_path):
    english, spanish = (read_text_pack(published_pack(each)) for each in ("en", "es"))
    mixed = replace(english, items=(*english.items[:3], spanish.item(4), *english.items[4:]))
    path = tmp_path / "mixed.json"
    path.write_text(json.dumps(questionnaire_of(mixed)), encoding="utf-8")
    status, _, err = kiosk("epds", "install", path, *PERMISSION)
    assert status == 1
    assert "cannot be installed: item 4 is in es;" in err


@pytest.mark.parametrize("kind", ["pack", "questionnaire", "dictionary"])
@pytest.mark.parametrize(
    ("language", "verified"),
    [("en", True), ("es", True), ("fr", True), ("pt_BR", False), ("zh_Hans", False)],
)
def test_every_published_wording_is_installed_from_every_format(
    kiosk, tmp_path, kind, language, verified
):
    text = read_text_pack(published_pack(language))
    path = tmp_path / "form"
    sources = {
        "pack": published_pack(language).read_text(encoding="utf-8"),
        "questionnaire": json.dumps(questionnaire_of(text, on_coding=True)),
        "dictionary": dictionary_of(dictionary_rows(text)),
    }
    path.write_text(sources[kind], encoding="utf-8")
    arguments = ["--language", language] if kind == "dictionary" else []
    status, _, err = kiosk("epds", "install", path, *PERMISSION, *arguments)
    assert status == 0
    assert bool(err) is not verified
    (found,) = listed(kiosk)
    assert (found["language"], found["verified"]) == (language, verified)
    assert found["differences"] == []
    assert verified is (found["version"] == text.version or kind == "dictionary") or not verified


def test_an_empty_list(kiosk):
    assert json.loads(kiosk("epds", "list", "--json")[1]) == []
    assert "practice" in kiosk("epds", "list")[1]


def test_a_removed_wording_is_gone(kiosk, unknown_pack):
    kiosk("epds", "install", unknown_pack, *PERMISSION)
    assert kiosk("epds", "remove", "vi") == (0, "vi: removed\n", "")
    status, _, err = kiosk("epds", "remove", "vi")
    assert status == 1
    assert "no text is installed" in err


@pytest.mark.parametrize("permission", ["", "  "])
def test_an_empty_permission_is_refused(kiosk, unknown_pack, permission):
    status, _, err = kiosk("epds", "install", unknown_pack, "--permission", permission)
    assert status == 1
    assert "permission is empty" in err


def test_without_a_permission_it_is_no_command(kiosk, unknown_pack):
    assert kiosk("epds", "install", unknown_pack)[0] == 2


def test_a_missing_file_is_one_line(kiosk, tmp_path):
    status, _, err = kiosk("epds", "install", tmp_path / "none.toml", *PERMISSION)
    assert status == 1
    assert len(err.splitlines()) == 1


def test_content_of_ones_own_without_fingerprints_takes_the_projects(kiosk, tmp_path):
    pack = published_pack("en")
    own = tmp_path / "content"
    own.mkdir()
    status, out, _ = kiosk("--content", own, "epds", "install", pack, *PERMISSION)
    assert status == 0
    assert out.endswith(", verified\n")


def test_the_template_asks_for_everything_and_is_refused_while_empty(kiosk, tmp_path):
    status, out, _ = kiosk("epds", "template", "es")
    assert status == 0
    assert out.count("[[item]]") == 10
    empty = tmp_path / "es.toml"
    empty.write_text(out, encoding="utf-8")
    assert kiosk("epds", "install", empty, *PERMISSION)[0] == 1
    filled = out.replace('version = ""', 'version = "v"').replace('stem = ""', 'stem = "S"')
    empty.write_text(filled.replace('"", "", "", ""', '"A", "B", "C", "D"'), encoding="utf-8")
    assert read_text_pack(empty).language == "es"


def test_a_template_in_an_unknown_language(kiosk):
    status, out, err = kiosk("epds", "template", "xx")
    assert (status, out) == (1, "")
    assert "unknown language xx" in err


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ("1,1,4,1,4,4,4,4,4,4", (True, 0, 0, 0)),
        ("4,4,1,4,1,1,1,1,1,1", (True, 30, 3, 9)),
        (" 1, 1, 4, 1, 4, 4, 4, 4, 4, 3 ", (True, 1, 1, 0)),
        ("1,1,4", (False, None, None, None)),
        (",,,,,,,,,1", (False, None, 3, None)),
        ("1,1,4,1,4,4,,4,4,4", (False, None, 0, None)),
        ("", (False, None, None, None)),
    ],
)
def test_positions_are_scored_without_a_data_folder(kiosk, tmp_path, positions, expected):
    status, out, err = kiosk("epds", "score", "--positions", positions)
    assert (status, err) == (0, "")
    complete, total, item_10, anxiety = expected
    assert json.loads(out) == {
        "instrument": "epds",
        "complete": complete,
        "total": total,
        "item_10": item_10,
        "anxiety": anxiety,
    }
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("positions", "said"),
    [
        ("1,1,5", "item 3 takes a position from 1 to 4"),
        ("0", "item 1 takes a position from 1 to 4"),
        ("1,-1", "item 2 takes a position from 1 to 4"),
        ("x", "item 1 takes"),
        ("1.0", "item 1 takes"),
        ("\N{ARABIC-INDIC DIGIT ONE}", "item 1 takes"),
        ("1,1,4,1,4,4,4,4,4,4,1", "only 10 items"),
        ("," * 10, "only 10 items"),
    ],
)
def test_positions_that_do_not_exist_are_one_line(kiosk, positions, said):
    status, out, err = kiosk("epds", "score", "--positions", positions)
    assert (status, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "command", [[], ["install"], ["list"], ["remove"], ["template"], ["score"]]
)
def test_help_has_an_example(kiosk, command):
    status, out, _ = kiosk("epds", *command, "--help")
    assert status == 0
    assert "Example: kiosk epds" in out
