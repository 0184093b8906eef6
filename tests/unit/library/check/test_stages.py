import pytest

from kiosk.domain.content import Stage
from kiosk.domain.stage_text import text_for

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"
TOPIC = "topics/safe-sleep/topic.toml"
PARTS = """
## Smoke {NAME}
![A crib](bed.svg)
Keep smoke away.

## Rest {REST}
![A crib](bed.svg)
Rest, too.

## ? And now? {NOW}
- [ ] One {#one}
  No.
- [x] Two {#two}
  Yes.
"""


@pytest.fixture
def staged(content):
    """Cards for later stages: four cards and three check questions in all."""
    parts = PARTS.replace("{NAME}", "{#smoke}").replace("{REST}", "{#rest}")
    parts = parts.replace("{NOW}", "{#now}")
    content.edit(EN, "\n## ? ", f"{parts}\n## ? ")
    content.edit(ES, "\n## ? ", parts.replace("A crib", "Una cuna") + "\n## ? ")
    content.edit(TOPIC, '"side"]', '"side", "smoke", "rest", "now"]')
    return content


def only(content, *tables):
    for stages, cards in tables:
        text = (content.root / TOPIC).read_text(encoding="utf-8")
        content.write(TOPIC, f"{text}\n[[only]]\nstages = {stages}\ncards = {cards}\n")


def test_parts_of_one_stage_are_shown_at_that_stage_alone(staged):
    only(staged, (["pregnant"], ["rest", "now", "get"]))
    assert staged.findings("stages") == []
    topic = staged.load().library.topic("safe-sleep")
    assert topic.only == dict.fromkeys(("rest", "now", "get"), frozenset({Stage.PREGNANT}))
    later = text_for(topic, "es", Stage.POSTPARTUM)
    assert [card.id for card in later.cards] == ["back", "bed", "smoke"]
    assert [check.id for check in later.checks] == ["where", "side"]
    assert [ask.id for ask in later.questions] == ["warmth"]
    assert text_for(topic, "es", Stage.PREGNANT) == topic.texts["es"]


def test_without_such_tables_everything_is_shown(content):
    topic = content.load().library.topic("safe-sleep")
    assert topic.only == {}
    assert content.findings("stages") == []


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        ((["loss"], ["rest"]), 19, "the topic is not for the stage loss"),
        ((["pregnant"], ["rst"]), 20, 'there is no card or question "rst"; correct or remove it'),
        ((["pregnant"], ["rest", "rest"]), 20, "rest is named twice"),
        (([], ["rest"]), 19, "stages names nothing"),
        ((["pregnant"], []), 20, "cards names nothing"),
        ((["pregnant"], ["rest", "smoke"]), 18, "at the stage postpartum 2 cards and 3 check"),
        ((["pregnant"], ["now", "side"]), 18, "at the stage postpartum 4 cards and 1 check"),
    ],
)
def test_a_faulty_table_is_found(staged, table, line, message):
    only(staged, table)
    found = staged.findings("stages")
    assert {path for path, _, _ in found} == {TOPIC}
    assert any(at == line and text.startswith(message) for _, at, text in found)


def test_the_second_table_has_its_own_line(staged):
    only(staged, (["pregnant"], ["rest"]), (["pregnant"], ["rest"]))
    assert [(at, text.partition(";")[0]) for _, at, text in staged.findings("stages")] == [
        (24, "rest is named twice")
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('stages = ["pregnant"]\n', "schema"),
        ('stages = ["born"]\ncards = ["rest"]\n', "schema"),
        ('stages = ["pregnant"]\ncards = ["rest"]\ncolour = 1\n', "unknown-keys"),
    ],
)
def test_a_table_out_of_form_is_found(staged, text, rule):
    staged.write(TOPIC, (staged.root / TOPIC).read_text(encoding="utf-8") + "\n[[only]]\n" + text)
    assert [path for path, _, _ in staged.findings(rule)] == [TOPIC]


def test_one_table_instead_of_a_list_of_them_is_found(staged):
    staged.edit(TOPIC, "[[source]]", '[only]\nstages = ["pregnant"]\ncards = ["rest"]\n[[source]]')
    assert [path for path, _, _ in staged.findings("schema")] == [TOPIC]
