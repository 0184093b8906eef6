from dataclasses import replace

import pytest

from kiosk.domain.blood_pressure import Reading
from kiosk.domain.content import ContentLibrary, Stage, Topic, TopicText
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.facts import Leaving
from kiosk.domain.script import LeavePoint, Script
from kiosk.library.script import load_script
from kiosk.services.wording import SENTENCES


@pytest.fixture
def library(content):
    sound = content.load().library
    sleep = sound.topic("safe-sleep")
    text = TopicText("en", "Preeclampsia", "Preeclampsia", sleep.texts["en"].cards, (), ())
    pressure = Topic(
        "preeclampsia", 2, frozenset(Stage), 1, "pulse", 4, (), {"en": text}, sleep.folder
    )
    signs = tuple(
        sign
        if sign.id != "baby-fever"
        else type(sign)(
            sign.id, sign.subject, sign.picture, frozenset({Stage.POSTPARTUM}), sign.labels
        )
        for sign in sound.signs
    )
    return ContentLibrary((sleep, pressure), signs, sound.help_lines, sound.languages)


@pytest.fixture
def load(tmp_path, library):
    def load_text(text):
        path = tmp_path / "visit.toml"
        path.write_text(text, encoding="utf-8")
        return load_script(path, library)

    return load_text


@pytest.fixture
def fault(load):
    def fault_of(text):
        with pytest.raises(InputError) as caught:
            load(text)
        error = caught.value
        assert error.place is not None
        assert SENTENCES[error.code] % {"nearest": "", **error.params}
        return error.code, error.place.line, error.params

    return fault_of


def test_a_language_is_enough(load):
    assert load('language = "es"') == Script(language="es", weeks=6)


def test_everything_is_understood(load):
    script = load(
        'language = "en"\nstage = "pregnant"\nweeks = 30\ninterpreter = true\n'
        'topics = ["preeclampsia", "safe-sleep"]\ncheck_answers = "wrong"\n'
        'blood_pressure = "148/94"\nsigns = ["headache"]\nepds = [1, 1, 2, 4, 2, 3]\n'
        "questions = 2\ntake_home = true\nhelp = true\ncalled = true\nforget = true\n"
        'leave_at = "epds:6"\nleave_by = "quiet"\n'
    )
    assert script == Script(
        language="en",
        stage=Stage.PREGNANT,
        weeks=30,
        interpreter=True,
        topics=("preeclampsia", "safe-sleep"),
        answers_right=False,
        blood_pressure=Reading(148, 94),
        signs=("headache",),
        epds=(1, 1, 2, 4, 2, 3),
        questions=2,
        take_home=True,
        help=True,
        called=True,
        forget=True,
        leave_at=LeavePoint("epds", item=6),
        leave_by=Leaving.QUIET,
    )


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ('stage = "pregnant"', 20),
        ('stage = "postpartum"', 6),
        ('stage = "postpartum"\nweeks = 0', 0),
        ('stage = "postpartum"\nweeks = 99', 99),
        ('stage = "loss"', None),
        ('stage = "loss"\nweeks = 3', 3),
        ('stage = "supporting"', None),
        ('stage = "supporting"\nweeks = 500', None),
    ],
)
def test_weeks(load, text, weeks):
    assert load(f'language = "en"\n{text}').weeks == weeks


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ('leave_at = "home"', LeavePoint("home")),
        (
            'topics = ["safe-sleep"]\nleave_at = "topic:safe-sleep:bed"',
            LeavePoint("topic", topic="safe-sleep", card="bed"),
        ),
        ('epds = [1]\nleave_at = "epds:1"', LeavePoint("epds", item=1)),
    ],
)
def test_she_leaves_quietly_unless_it_is_said_how(load, text, point):
    script = load(f'language = "en"\n{text}')
    assert (script.leave_at, script.leave_by) == (point, Leaving.QUIET)


def test_leaving_and_a_page_to_take_home_go_together(load):
    script = load('language = "en"\ntake_home = true\nleave_at = "home"\nleave_by = "crash"')
    assert script.leave_by is Leaving.CRASH


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", ErrorCode.MISSING_KEY, 1),
        ('stage = "loss"', ErrorCode.MISSING_KEY, 1),
        ('language = "tlh"', ErrorCode.UNKNOWN_LANGUAGE, 1),
        ('language = "fr"', ErrorCode.UNKNOWN_LANGUAGE, 1),
        ("language = 3", ErrorCode.BAD_VALUE, 1),
        ("language 3", ErrorCode.BAD_TOML, 1),
        ("a = " + "[" * 20_000, ErrorCode.BAD_TOML, 1),
    ],
)
def test_a_faulty_beginning(fault, text, code, line):
    assert fault(text)[:2] == (code, line)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('stage = "married"', ErrorCode.BAD_VALUE, 2),
        ("weeks = 100", ErrorCode.BAD_VALUE, 2),
        ("weeks = -1", ErrorCode.BAD_VALUE, 2),
        ("weeks = true", ErrorCode.BAD_VALUE, 2),
        ('stage = "pregnant"\nweeks = 0', ErrorCode.BAD_VALUE, 3),
        ('stage = "pregnant"\nweeks = 43', ErrorCode.BAD_VALUE, 3),
        ('interpreter = "yes"', ErrorCode.BAD_VALUE, 2),
        ('topics = "safe-sleep"', ErrorCode.BAD_VALUE, 2),
        ('topics = [\n  "safe-sleep",\n  "sleep",\n]', ErrorCode.UNKNOWN_TOPIC, 4),
        ('topics = ["safe-sleep", "safe-sleep"]', ErrorCode.BAD_VALUE, 2),
        ('check_answers = "maybe"', ErrorCode.BAD_VALUE, 2),
        ('blood_pressure = "140/90"', ErrorCode.SCRIPT_CONTRADICTS, 2),
        ('topics = ["preeclampsia"]\nblood_pressure = "140-90"', ErrorCode.BAD_VALUE, 3),
        ('topics = ["preeclampsia"]\nblood_pressure = "90/140"', ErrorCode.BAD_VALUE, 3),
        (
            'topics = ["preeclampsia"]\nblood_pressure = "1/' + "9" * 5000 + '"',
            ErrorCode.BAD_VALUE,
            3,
        ),
        ('signs = ["headache", "hunger"]', ErrorCode.UNKNOWN_SIGN, 2),
        ('signs = ["headache", "headache"]', ErrorCode.BAD_VALUE, 2),
        ('stage = "loss"\nsigns = ["baby-fever"]', ErrorCode.SCRIPT_CONTRADICTS, 3),
        ("epds = [1, 5]", ErrorCode.BAD_POSITION, 2),
        ("epds = [0]", ErrorCode.BAD_POSITION, 2),
        ("epds = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", ErrorCode.TOO_MANY_ANSWERS, 2),
        ('stage = "supporting"\nepds = []', ErrorCode.SCRIPT_CONTRADICTS, 3),
        ("weeks = 53\nepds = [1]", ErrorCode.SCRIPT_CONTRADICTS, 3),
        ("with_staff = true\nepds = []", ErrorCode.SCRIPT_CONTRADICTS, 2),
        ('with_staff = true\nstage = "supporting"', ErrorCode.SCRIPT_CONTRADICTS, 2),
        ("questions = -1", ErrorCode.BAD_VALUE, 2),
        ('leave_by = "idle"', ErrorCode.SCRIPT_CONTRADICTS, 2),
        ('leave_at = "home"\nleave_by = "bus"', ErrorCode.BAD_VALUE, 3),
        ('leave_at = "window"', ErrorCode.BAD_VALUE, 2),
        ('leave_at = "topic:safe-sleep"', ErrorCode.BAD_VALUE, 2),
        ('leave_at = "topic:safe-sleep:bed"', ErrorCode.SCRIPT_CONTRADICTS, 2),
        ('leave_at = "topic:sleep:bed"', ErrorCode.UNKNOWN_TOPIC, 2),
        (
            'topics = ["safe-sleep"]\nleave_at = "topic:safe-sleep:where"',
            ErrorCode.UNKNOWN_CARD,
            3,
        ),
        ('leave_at = "epds:11"', ErrorCode.BAD_VALUE, 2),
        ('leave_at = "epds:one"', ErrorCode.BAD_VALUE, 2),
        ('leave_at = "epds:1"', ErrorCode.SCRIPT_CONTRADICTS, 2),
        ('epds = [1, 2]\nleave_at = "epds:3"', ErrorCode.SCRIPT_CONTRADICTS, 3),
        ("forget = true", ErrorCode.SCRIPT_CONTRADICTS, 2),
        (
            'forget = true\nleave_at = "home"\nleave_by = "idle"',
            ErrorCode.SCRIPT_CONTRADICTS,
            2,
        ),
    ],
)
def test_a_fault_names_its_line(fault, text, code, line):
    assert fault(f'language = "en"\n{text}')[:2] == (code, line)


def test_a_topic_must_be_there_in_her_language(fault):
    code, line, params = fault('language = "es"\ntopics = ["preeclampsia"]')
    assert (code, line) == (ErrorCode.UNKNOWN_TOPIC, 2)
    assert "safe-sleep" in str(params["known"])


def test_an_unknown_key_gets_the_nearest_name(fault):
    code, line, params = fault('language = "en"\nstages = "loss"')
    assert (code, line) == (ErrorCode.UNKNOWN_KEY, 2)
    assert params["nearest"] == "stage"


def test_a_place_in_a_list_is_exact(load):
    with pytest.raises(InputError) as caught:
        load('language = "en"\nsigns = ["headache", "hunger"]')
    place = caught.value.place
    assert place is not None
    assert (place.line, place.column) == (2, 22)


def test_a_script_that_is_not_there(tmp_path, library):
    with pytest.raises(InputError) as caught:
        load_script(tmp_path / "none.toml", library)
    assert caught.value.code is ErrorCode.FILE_MISSING


def test_she_leaves_at_no_card_that_is_not_for_her_stage(tmp_path, library):
    sleep, *others = library.topics
    only = {"bed": frozenset({Stage.PREGNANT})}
    staged = replace(library, topics=(replace(sleep, only=only), *others))
    path = tmp_path / "visit.toml"
    text = 'language = "en"\ntopics = ["safe-sleep"]\nleave_at = "topic:safe-sleep:bed"\n'
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_script(path, staged)
    assert caught.value.code is ErrorCode.UNKNOWN_CARD
    path.write_text(f'{text}stage = "pregnant"\n', encoding="utf-8")
    assert load_script(path, staged).leave_at == LeavePoint("topic", "safe-sleep", "bed")
