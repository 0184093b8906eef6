"""The list of all settings: every key has its type, its limits and its sentence."""

import re

import pytest

from kiosk.settings import AlertChannel, Alerts, Idle, Settings
from kiosk.settings.catalogue import (
    SettingKind,
    all_settings,
    nearest_key,
    setting,
    value_of,
)


def found(key):
    known = setting(key)
    assert known is not None
    return known


@pytest.mark.parametrize("each", all_settings(), ids=lambda each: each.key)
def test_every_setting_has_one_sentence_and_says_what_it_takes(each):
    assert re.fullmatch(r"[A-Z][^.]*(?:\.toml[^.]*)?\.", each.help)
    free = each.kind is SettingKind.TEXT and each.most is None
    assert bool(each.allowed) is not free
    assert each.required is (each.default is None)


def test_no_key_stands_twice():
    keys = [each.key for each in all_settings()]
    assert len(keys) == len(set(keys)) > 30


@pytest.mark.parametrize(
    ("key", "kind", "allowed", "default"),
    [
        ("mode", SettingKind.CHOICE, "rehearsal, clinic", "rehearsal"),
        ("idle.seconds", SettingKind.NUMBER, "20 to 3600", 60),
        ("access.scan_seconds", SettingKind.DECIMAL, "1 to 30", 2.0),
        ("sound.headphones", SettingKind.SWITCH, "true, false", False),
        ("clinic.name", SettingKind.TEXT, "1 to 80 characters", "Your clinic"),
        ("topics", SettingKind.TEXTS, "1 to 60 characters", ()),
        ("printing.release", SettingKind.CHOICE, "hold, auto", "hold"),
        ("response.text", SettingKind.BY_LANGUAGE, "1 to 240 characters", {}),
        ("alerts.channel", SettingKind.TABLES, "[[alerts.channel]] tables", ()),
        ("alerts.channel[].kind", SettingKind.CHOICE, "slip, sound, webhook", None),
        ("epds.folder", SettingKind.TEXT, "", ""),
    ],
)
def test_what_a_setting_takes(key, kind, allowed, default):
    known = found(key)
    assert (known.kind, known.allowed, known.default) == (kind, allowed, default)


@pytest.mark.parametrize("key", ["clinic.language", "languages"])
def test_languages_are_those_that_the_kiosk_knows(key):
    assert found(key).allowed.startswith("en, es, fr")


def test_the_second_of_several_tables_is_described_by_what_each_may_say():
    assert found("alerts.channel[2].name").key == "alerts.channel[].name"
    assert setting("alerts.channel.name") is None
    assert setting("idle") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("printr", "printing.printer"),
        ("seconds", "idle.seconds"),
        ("idel.seconds", "idle.seconds"),
        ("colour", ""),
    ],
)
def test_the_nearest_key(written, meant):
    assert nearest_key(written) == meant


def test_a_name_of_the_same_table_is_nearer():
    assert nearest_key("printr", near=["printer", "paper"]) == "printer"


def test_what_holds_now():
    channels = (AlertChannel("sound", "bell"), AlertChannel("sound", "horn"))
    settings = Settings(idle=Idle(seconds=90), alerts=Alerts(channel=channels))
    assert value_of(settings, "idle.seconds") == 90
    assert value_of(settings, "alerts.channel[].name") == ["bell", "horn"]
    assert value_of(Settings(), "alerts.channel") == ()
    assert value_of(settings, "languages") == ()
