import pytest


def test_every_heading_is_short(count, rewrite):
    assert count("heading") == (2, 2, [])
    rewrite("## A bare bed {#bed}", "## A bed that is bare and flat and firm and good {#bed}")
    assert count("heading") == (1, 2, [(15, "the heading has 11 words")])
    rewrite("## On the back {#back}", "## {#back}")
    assert count("heading")[0] == 0
    assert (6, "the card has no heading") in count("heading")[2]


def test_a_card_asks_by_a_framed_sentence_or_by_its_verb(count, rewrite):
    told = "no line begins with what to do, and no sentence is framed"
    assert count("action") == (1, 2, [(15, told)])
    rewrite("Nothing but a sheet.", "> [!note] It is better so.")
    assert count("action") == (2, 2, [])
    rewrite("> [!note] It is better so.", "A sheet is enough. Never add a blanket.")
    assert count("action") == (2, 2, [])
    rewrite("> [!urgent] Blue lips? Call 911 now.\n", "")
    assert count("action") == (1, 2, [(6, told)])


def test_a_heading_asks_too(count, rewrite):
    rewrite("## A bare bed", "## Keep the bed bare")
    assert count("action") == (2, 2, [])


def test_actions_are_not_counted_where_no_verbs_are_known(content, count, reason):
    text = (content.root / "topics/safe-sleep/es.md").read_text(encoding="utf-8")
    content.write("topics/safe-sleep/vi.md", text)
    assert count("action", "vi") == (0, 0, [])
    assert reason("action", "vi") == "no verbs are known for this language"
    assert reason("action", "es") == ""


@pytest.mark.parametrize(
    ("old", "new", "misses"),
    [
        ("- Call us any time.\n", "", [(35, "there are 2 points")]),
        ("- Call us any time.\n", "- a\n- b\n- c\n", [(35, "there are 5 points")]),
        ("- Call us any time.\n", "- a\n- b\n", []),
        (
            "## ! To remember\n- Backs are best.\n- The bed is bare.\n- Call us any time.\n",
            "",
            [(1, "there are no points to remember")],
        ),
    ],
)
def test_three_or_four_points_sum_up(count, rewrite, old, new, misses):
    assert count("summary") == (1, 1, [])
    rewrite(old, new)
    assert count("summary") == (1 - len(misses), 1, misses)


def test_questions_to_ask_are_a_tool(count, rewrite):
    assert count("tool") == (1, 1, [])
    rewrite(
        "- How warm should it be? {#warmth}\n- Where do I get a crib? {#get}\n",
        "",
    )
    assert count("tool") == (0, 1, [(1, "there are no questions to ask")])
