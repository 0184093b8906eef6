from pathlib import Path

from kiosk.domain.content import Subject
from kiosk.library.load import load_content

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"
TOPIC = "topics/safe-sleep/topic.toml"


def second_topic(content):
    for name in ("topic.toml", "en.md", "es.md", "back.svg", "bed.svg"):
        text = (content.root / "topics/safe-sleep" / name).read_text(encoding="utf-8")
        text = text.replace('id = "safe-sleep"', 'id = "first"').replace("order = 1", "order = 0")
        content.write(f"topics/first/{name}", text)


def test_sound_content_is_loaded_whole(content):
    second_topic(content)
    loaded = content.load()
    library = loaded.library
    assert loaded.errors == ()
    assert library.languages == ("en", "es")
    assert [topic.id for topic in library.topics] == ["first", "safe-sleep"]
    topic = library.topic("safe-sleep")
    assert Path(topic.folder).is_absolute()
    assert Path(topic.picture_path(topic.texts["es"].cards[0].picture)).is_file()
    assert topic.sources[0].year == 2022
    assert library.help_lines[0].number == "911"
    assert library.approved == frozenset()
    sign = library.sign("headache")
    assert Path(sign.picture).is_file()
    assert sign.subject is Subject.OTHER


def test_the_words_after_a_loss_are_the_usual_ones_where_none_are_written(content):
    content.edit("signs/en.toml", 'say = "I have a sign."', 'say = "Say"\nlabel_loss = "Loss"')
    label = content.load().library.sign("headache").labels["en"]
    assert (label.label, label.say) == ("A sign", "Say")
    assert (label.label_loss, label.say_loss) == ("Loss", "Say")


def test_a_language_with_an_error_is_left_out_alone(content):
    second_topic(content)
    content.edit(ES, "Solo una", "Solo <b>una")
    library = content.load().library
    assert list(library.topic("safe-sleep").texts) == ["en"]
    assert list(library.topic("first").texts) == ["en", "es"]
    assert library.languages == ("en", "es")


def test_a_language_that_is_nowhere_whole_is_not_offered(content):
    content.write(ES, b"\xff\xfe\x00")
    assert content.load().library.languages == ("en",)


def test_a_topic_without_its_head_is_left_out_alone(content):
    second_topic(content)
    (content.root / TOPIC).unlink()
    library = content.load().library
    assert [topic.id for topic in library.topics] == ["first"]


def test_broken_signs_and_lines_leave_the_topics(content):
    content.write("signs/signs.toml", "no")
    content.write("helplines.toml", "no")
    loaded = content.load()
    assert loaded.library.signs == ()
    assert loaded.library.help_lines == ()
    assert loaded.library.languages == ("en", "es")
    assert {finding.path for finding in loaded.errors} == {"signs/signs.toml", "helplines.toml"}


def test_a_sign_stays_when_only_its_picture_is_wrong(content):
    (content.root / "signs/sign.svg").unlink()
    assert content.load().library.sign("headache").labels


def test_one_broken_sign_leaves_the_others(content):
    content.edit("signs/signs.toml", 'subject = "other"', 'subject = "nobody"')
    signs = {sign.id for sign in content.load().library.signs}
    assert "headache" not in signs
    assert "dizziness" in signs


def test_a_language_needs_the_words_of_every_sign_and_line(content):
    content.edit("signs/es.toml", "[fever]", "[fewer]")
    assert content.load().library.languages == ("en",)
    content.edit("signs/es.toml", "[fewer]", "[fever]")
    content.edit("helplines.toml", 'es = "Emergencia"', "")
    assert content.load().library.languages == ("en",)


def test_a_folder_that_is_not_there_gives_an_empty_library(tmp_path):
    loaded = load_content(tmp_path / "nowhere")
    assert loaded.library.topics == ()
    assert loaded.library.languages == ()
    assert [finding.path for finding in loaded.errors] == [
        "helplines.toml",
        "signs/signs.toml",
        "topics",
    ]


def test_a_file_in_place_of_the_folder_gives_an_empty_library(tmp_path):
    file = tmp_path / "content"
    file.write_text("x", encoding="utf-8")
    assert load_content(file).library.topics == ()


def test_hidden_characters_do_not_reach_the_terminal(content):
    content.edit(EN, "{#bed}", "{#b\u202e\x1b[31m}")
    content.edit(TOPIC, '"bed"', '"b\\u001b[31m"')
    lines = [str(finding) for finding in content.load().findings]
    assert len(lines) > 3
    assert all(line.isprintable() for line in lines)


def test_a_folder_that_may_not_be_read_is_a_finding(content, monkeypatch):
    """As root, whom permissions do not hold back, the refusal must be played."""

    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    messages = {finding.message for finding in content.load().errors}
    assert any("Permission denied" in message for message in messages)
    for name in ("is_dir", "exists"):
        monkeypatch.setattr(Path, name, refuse)
    assert content.load().library.topics == ()


def test_a_picture_for_after_a_loss_is_known(content):
    assert content.load().library.topic("safe-sleep").after_loss == {}
    back = (content.root / "topics/safe-sleep/back.svg").read_text(encoding="utf-8")
    content.write("topics/safe-sleep/back-loss.svg", back)
    loaded = content.load()
    assert loaded.library.topic("safe-sleep").after_loss == {"back.svg": "back-loss.svg"}
    assert content.findings("pictures") == []


def test_a_picture_for_after_a_loss_needs_the_usual_one(content):
    back = (content.root / "topics/safe-sleep/back.svg").read_text(encoding="utf-8")
    content.write("topics/safe-sleep/front-loss.svg", back)
    assert content.places("pictures") == [("topics/safe-sleep/front-loss.svg", 1)]
