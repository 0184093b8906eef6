"""A small content folder that is sound, and ways to spoil it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kiosk.library.check import check
from kiosk.library.check.signs import NEEDED
from kiosk.library.load import load_content
from kiosk.library.tree import read_tree

TODAY = date(2026, 12, 1)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">\n<path d="M1 1H7"/>\n</svg>\n'
EN = """---
title: Safe sleep
spoken: Safe sleep for your baby
---

## On the back {#back}
![A baby on the back](back.svg)
- Every night.
- Every nap.

Backs are best.

> [!urgent] Blue lips? Call 911 now.

## A bare bed {#bed}
![An empty crib](bed.svg)
Nothing but a sheet.

## ? Where does your baby sleep? {#where}
- [ ] On the sofa {#sofa}
  A sofa is risky.
- [x] In a crib {#crib}
  Yes. A crib is best.

## ? Which side is up? {#side}
- [x] The belly {#belly}
  Yes.
- [ ] The back {#up}
  Not when asleep.

## Questions to ask
- How warm should it be? {#warmth}
- Where do I get a crib? {#get}

## ! To remember
- Backs are best.
- The bed is bare.
- Call us any time.
"""
ES = """---
title: Dormir seguro
spoken: Dormir seguro
---

## Boca arriba {#back}
![Un bebé boca arriba](back.svg)
- Cada noche.
- Cada siesta.

Boca arriba es mejor.

> [!urgent] ¿Labios azules? Llame al 911.

## Una cuna vacía {#bed}
![Una cuna vacía](bed.svg)
Solo una sábana.

## ? ¿Dónde duerme su bebé? {#where}
- [ ] En el sofá {#sofa}
  Un sofá es peligroso.
- [x] En una cuna {#crib}
  Sí.

## ? ¿Qué lado va arriba? {#side}
- [x] La barriga {#belly}
  Sí.
- [ ] La espalda {#up}
  No al dormir.

## Preguntas
- ¿Qué temperatura? {#warmth}
- ¿Dónde consigo una cuna? {#get}

## ! Para recordar
- Boca arriba es mejor.
- La cuna está vacía.
- Llámenos cuando quiera.
"""
TOPIC = """id = "safe-sleep"
order = 1
stages = ["pregnant", "postpartum"]
tint = 1
icon = "moon"
minutes = 4
reviewed = "2026-11-23"
review_months = 12

[[source]]
id = "aap"
body = "American Academy of Pediatrics"
title = "Recommendations"
year = 2022
link = "https://doi.org/10.1542/peds.2022-057990"
cards = ["back", "bed", "where", "side"]
"""
LINES = """[[line]]
id = "emergency"
number = "911"
spoken = "9 1 1"
kind = "emergency"
take_home = true
stages = ["pregnant", "postpartum", "loss", "supporting"]
source = "national"

[line.name]
en = "Emergency"
es = "Emergencia"

[line.note]
en = "Call now"
es = "Llame ahora"

[[source]]
id = "national"
body = "National 911 Program"
title = "Calling 911"
year = 2026
link = "https://www.911.gov/"
"""
GLOSSARY_EN = """[[term]]
id = "crib"
use = ["crib"]
avoid = ["cot"]

[[term]]
id = "baby"
use = ["baby", "newborn"]
note = "Never the infant."

[negation]
words = ["no", "not", "never", "nothing", "without", "*n't"]

[spoken]
"°F" = "degrees Fahrenheit"
"""
GLOSSARY_ES = """[[term]]
id = "crib"
use = ["cuna*"]
avoid = ["corral", "cama"]

[[term]]
id = "baby"
use = ["bebé", "recién nacid*"]

[negation]
words = ["no", "nunca", "nada", "sin"]

[[negation_fine]]
topic = "safe-sleep"
card = "bed"
"""
SIGN_SOURCE = """[[source]]
id = "cdc"
body = "Centers for Disease Control and Prevention"
title = "Hear Her"
year = 2020
link = "https://www.cdc.gov/hearher/"
"""


@dataclass
class ContentFolder:
    """A content folder on disk."""

    root: Path

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, path, old, new, count=1):
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new, count))

    def findings(self, rule):
        """(path, line, message) of every finding of a rule."""
        tree = read_tree(self.root, TODAY)
        return [(f.path, f.line, f.message) for f in check(tree) if f.rule == rule]

    def places(self, rule):
        """(path, line) of every finding of a rule."""
        return [(path, line) for path, line, _ in self.findings(rule)]

    def load(self):
        return load_content(self.root, today=TODAY)


def sign_files():
    signs = "".join(
        f'[[sign]]\nid = "{name}"\nsubject = "other"\npicture = "sign.svg"\n'
        'stages = ["pregnant", "postpartum", "loss", "supporting"]\nsource = "cdc"\n\n'
        for name in NEEDED
    )
    return signs + SIGN_SOURCE, labels("A sign", "I have a sign.")


def labels(label, say):
    return "".join(f'[{name}]\nlabel = "{label}"\nsay = "{say}"\n\n' for name in NEEDED)


@pytest.fixture
def content(tmp_path):
    """A sound content folder in English and Spanish: one topic, all signs, one help line."""
    folder = ContentFolder(tmp_path / "content")
    folder.write("topics/safe-sleep/topic.toml", TOPIC)
    folder.write("topics/safe-sleep/en.md", EN)
    folder.write("topics/safe-sleep/es.md", ES)
    folder.write("topics/safe-sleep/back.svg", PICTURE)
    folder.write("topics/safe-sleep/bed.svg", PICTURE)
    folder.write("helplines.toml", LINES)
    signs, english = sign_files()
    folder.write("signs/signs.toml", signs)
    folder.write("signs/en.toml", english)
    folder.write("signs/es.toml", labels("Una señal", "Tengo una señal."))
    folder.write("signs/sign.svg", PICTURE)
    folder.write("glossary/en.toml", GLOSSARY_EN)
    folder.write("glossary/es.toml", GLOSSARY_ES)
    return folder
