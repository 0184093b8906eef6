"""Pictures as a theme lights them, and as a language that runs from right to left sees them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from kiosk.ui.theme.tokens import Palette

_SVG: Final = "http://www.w3.org/2000/svg"
_OUTLINE: Final = 7.0
"""Width that an outline adds to a shape, in units of a picture 480 wide."""

_GROUND: Final = "0 0 480 440"
KEEP: Final = "data-mirror"
"""`data-mirror="keep"` on a picture's root: a clock, a check mark or a letter would be wrong."""


@dataclass(frozen=True, slots=True)
class Light:
    """What a theme does to a picture; the same values give the same picture.

    Args:
        ground: The colour behind everything; the drawing's own if empty.
        outline: Drawn around every shape, so that it stands out from any other; none if empty.
        mirrored: Whether left and right change places.
    """

    ground: str = ""
    outline: str = ""
    mirrored: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the picture stays as it was drawn."""
        return not (self.ground or self.outline or self.mirrored)


PLAIN: Final = Light()


def light_of(palette: Palette, *, mirrored: bool) -> Light:
    """How a palette of high contrast lights pictures."""
    return Light(palette.card, palette.ink, mirrored)


def lit(text: str, light: Light) -> str:
    """A picture as it is to be shown.

    Args:
        text: An SVG document. Its first element is its ground if it fills the whole view.
        light: What to do to it.
    """
    if light.is_plain:
        return text
    try:
        return _lit(text, light)
    except (ET.ParseError, ValueError):
        # The picture of a sign is shown whatever the content check says of it.
        return text


def _lit(text: str, light: Light) -> str:
    ET.register_namespace("", _SVG)
    root = ET.fromstring(text)  # noqa: S314 - the content check refuses entities
    shapes = list(root)
    ground = shapes[0] if shapes and _is_ground(shapes[0], root) else None
    if ground is not None and light.ground:
        ground.set("fill", light.ground)
        ground.set("stroke", light.outline)
        ground.set("stroke-width", str(_OUTLINE / 2))
    if light.outline:
        for shape in shapes:
            if shape is not ground and not _is_glow(shape):
                root.insert(list(root).index(shape), _outline(shape, light.outline))
    if light.mirrored and root.get(KEEP) != "keep":
        _mirror(root)
    return ET.tostring(root, encoding="unicode")


def _is_ground(shape: ET.Element, root: ET.Element) -> bool:
    left, top, width, height = (root.get("viewBox") or _GROUND).split()
    wide, high = shape.get("width"), shape.get("height")
    at = (shape.get("x", "0"), shape.get("y", "0"))
    return shape.tag == f"{{{_SVG}}}rect" and (*at, wide, high) == (left, top, width, height)


def _outline(shape: ET.Element, colour: str) -> ET.Element:
    """The same shape or group, grown by the outline and in its colour alone."""
    behind = deepcopy(shape)
    for group in list(behind.iter()):
        for glow in [inner for inner in group if _is_glow(inner)]:
            group.remove(glow)
    for element in behind.iter():
        drawn = _stroke_of(element)
        element.set("stroke", colour)
        element.set("stroke-width", f"{drawn + _OUTLINE:g}")
        element.set("stroke-linejoin", "round")
        if element.get("fill", "") != "none":
            element.set("fill", colour)
    return behind


def _is_glow(shape: ET.Element) -> bool:
    """Whether a shape is seen through: a blush, a glow or a shadow has no edge of its own."""
    return any(shape.get(key) for key in ("fill-opacity", "stroke-opacity", "opacity"))


def _stroke_of(element: ET.Element) -> float:
    """The width of an element's own line; 0 where it has none."""
    if element.get("stroke", "none") == "none":
        return 0.0
    return float(element.get("stroke-width", "1"))


def _mirror(root: ET.Element) -> None:
    left, _, width, _ = (float(number) for number in (root.get("viewBox") or _GROUND).split())
    flipped = ET.Element(
        f"{{{_SVG}}}g", {"transform": f"translate({2 * left + width:g} 0) scale(-1 1)"}
    )
    for shape in list(root):
        root.remove(shape)
        flipped.append(shape)
    root.append(flipped)
