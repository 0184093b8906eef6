"""Renders every screen in the looks that are wanted, and one page that shows them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from html import escape
from itertools import product
from pathlib import Path

from PySide6.QtCore import QSize

from kiosk.domain.content import ContentLibrary
from kiosk.domain.errors import ErrorCode, KioskError, Place
from kiosk.domain.language import LANGUAGES
from kiosk.ui.gallery.aid_scenes import aid_scenes
from kiosk.ui.gallery.room import GalleryRoom
from kiosk.ui.gallery.scenes import Scene, scenes
from kiosk.ui.gallery.seen_as import Sight, picture_as
from kiosk.ui.gallery.staff_room import StaffRoom
from kiosk.ui.gallery.staff_walks import WALKS
from kiosk.ui.rehearsal.hand import settle
from kiosk.ui.theme.tokens import Style, TextSize

_STYLE = (
    "body{font:16px sans-serif;margin:24px;background:#eee}h2{margin:32px 0 8px}"
    "section{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}"
    "img{width:320px;border:1px solid #999;display:block}figcaption{font-size:13px}"
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a set of pictures is rendered in."""

    language: str
    style: Style
    text_size: TextSize
    size: QSize
    sight: Sight | None = None

    @property
    def name(self) -> str:
        """The folder of its pictures: "ar-dark-largest-1920x1080", "…-protanopia"."""
        theme = self.style.name.lower().replace("_", "-")
        return f"{self.language}-{theme}-{self.text_size.name.lower()}-{self._shown}"

    @property
    def staff_name(self) -> str:
        """The folder of its staff screens: "ar-staff-1920x1080"."""
        return f"{self.language}-staff-{self._shown}"

    @property
    def _shown(self) -> str:
        seen_as = f"-{self.sight}" if self.sight else ""
        return f"{self.size.width()}x{self.size.height()}{seen_as}"


def looks(
    languages: Sequence[str],
    styles: Sequence[Style],
    text_sizes: Sequence[TextSize],
    sizes: Sequence[QSize],
    sights: Sequence[Sight | None] = (None,),
) -> list[Look]:
    """Every combination, language by language."""
    return [Look(*each) for each in product(languages, styles, text_sizes, sizes, sights)]


def render(
    wanted: Sequence[Look],
    library: ContentLibrary,
    open_room: Callable[[QSize], GalleryRoom],
    folder: Path,
    *,
    every_card: bool,
) -> Iterator[tuple[Look, int]]:
    """Write the pictures of each look into a folder of its own; gives it with their number.

    Raises:
        KioskError: FILE_UNWRITABLE.
    """
    every = [*scenes(library, every_card=every_card), *aid_scenes()]
    for look in wanted:
        own = folder / look.name
        own.mkdir(parents=True, exist_ok=True)
        room = open_room(look.size)
        room.window.keep_look(look.text_size, look.style)
        room.window.context.theme.reset()
        try:
            yield look, sum(1 for _ in _pictures(room, look, every, own))
        finally:
            room.close()


def _pictures(
    room: GalleryRoom, look: Look, every: Sequence[Scene], folder: Path
) -> Iterator[Path]:
    known = room.window.context.languages
    room.first_screen((look.language, *(code for code in known if code != look.language)))
    yield _picture(room, folder, "attract", look.sight)
    for scene in every:
        scene.show(room, look.language)
        yield _picture(room, folder, scene.name, look.sight)
        if (page := room.window.page) is None:
            continue
        for leaf in range(2, page.leaves + 1):
            page.turn_leaf()
            settle()
            yield _picture(room, folder, f"{scene.name}-leaf-{leaf}", look.sight)


def staff_looks(wanted: Sequence[Look]) -> list[Look]:
    """The looks in which staff screens differ: they have one theme and one text size."""
    bare = [replace(each, style=Style.DAY, text_size=TextSize.NORMAL) for each in wanted]
    return [each for place, each in enumerate(bare) if each not in bare[:place]]


def render_staff(
    wanted: Sequence[Look],
    open_room: Callable[[Look], AbstractContextManager[StaffRoom]],
    folder: Path,
) -> Iterator[tuple[str, int]]:
    """Write the pictures of the staff screens; gives each folder's name with their number.

    Raises:
        KioskError: FILE_UNWRITABLE, or what the sample visits cannot be stored for.
    """
    for look in staff_looks(wanted):
        own = folder / look.staff_name
        own.mkdir(parents=True, exist_ok=True)
        with open_room(look) as room:
            stops = (name for walk in WALKS for name in walk(room))
            pictures = [_picture(room.room, own, name, look.sight) for name in stops]
        yield look.staff_name, len(pictures)


def _picture(room: GalleryRoom, folder: Path, name: str, sight: Sight | None) -> Path:
    path = folder / f"{name}.png"
    image = room.window.grab().toImage()
    if sight is not None:
        image = picture_as(image, sight)
    if not image.save(str(path)):
        raise KioskError(
            ErrorCode.FILE_UNWRITABLE, place=Place(str(path)), reason="unwritable"
        ) from None
    return path


def write_index(folder: Path) -> Path:
    """One page with every picture below the folder, set by set."""
    parts = [f"<!doctype html><meta charset=utf-8><title>Gallery</title><style>{_STYLE}</style>"]
    for own in sorted(path for path in folder.iterdir() if path.is_dir()):
        language = own.name.partition("-")[0]
        name = LANGUAGES[language].name if language in LANGUAGES else ""
        parts.append(f"<h2>{escape(own.name)} {escape(name)}</h2><section>")
        for picture in sorted(own.glob("*.png")):
            source = escape(f"{own.name}/{picture.name}")
            parts.append(
                f'<figure><a href="{source}"><img loading=lazy src="{source}" alt=""></a>'
                f"<figcaption>{escape(picture.stem)}</figcaption></figure>"
            )
        parts.append("</section>")
    index = folder / "index.html"
    index.write_text("\n".join(parts) + "\n", encoding="utf-8")
    return index
