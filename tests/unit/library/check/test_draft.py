from kiosk.library.approvals import text_hash

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"


def approve(content, language):
    text = (content.root / f"topics/safe-sleep/{language}.md").read_text(encoding="utf-8")
    content.write(
        "approvals.toml",
        f'[[approval]]\ntopic = "safe-sleep"\nlanguage = "{language}"\nhash = "{text_hash(text)}"\n'
        'by = "A. Midwife"\nrole = "midwife"\ndate = "2026-11-30"\n',
    )


def test_every_text_that_nobody_approved_is_a_note(content):
    assert content.places("draft") == [(EN, 1), (ES, 1)]
    assert {f.severity for f in content.load().findings} == {"note"}


def test_an_approved_text_is_no_draft(content):
    approve(content, "es")
    assert content.places("draft") == [(EN, 1)]
    assert content.load().library.approved == {("safe-sleep", "es")}


def test_a_changed_text_loses_its_approval(content):
    approve(content, "es")
    content.edit(ES, "Solo", "Nada más que")
    assert content.places("draft") == [(EN, 1), (ES, 1)]


def test_line_ends_do_not_matter():
    assert text_hash("a\r\nb") == text_hash("a\nb")


def test_a_broken_record_approves_nothing(content):
    content.write("approvals.toml", "[[approval]]\ntopic = 1\n")
    assert content.places("draft") == [(EN, 1), (ES, 1)]
    content.write("approvals.toml", "no")
    assert content.places("draft") == [(EN, 1), (ES, 1)]
