"""Pictures of the performance evaluation: a park's profile, ranked bars, a table of shades.

Each comes as PNG and SVG; the same tables give the same bytes. Letters in the SVG are outlines, so that
Chinese shows everywhere. Everything can be read in black and white: what a colour says, a shape or a sign
says too. matplotlib is optional: ask `missing` first.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

PNG, SVG = "png", "svg"


@dataclass(frozen=True)
class Picture:
    """One picture: ``png`` bytes and ``svg`` text (empty when not asked for), its title, and what to mind."""

    title: str
    png: bytes
    svg: str
    warnings: tuple[str, ...] = ()


def missing(language: str = "en") -> str:
    """Why no picture can be drawn, in one sentence; empty when matplotlib is there."""
    from ..core.performance.performance_texts import load_texts

    try:
        importlib.import_module("matplotlib.backends.backend_agg")
    except Exception:  # a matplotlib built for another numpy fails with errors of any kind
        return load_texts(language)["charts"]["missing"]
    return ""


def strip_profile(
    values: pd.DataFrame, unit_id: str, language: str = "en", formats: Sequence[str] = (PNG, SVG)
) -> Picture:
    """The profile of one park: a strip an indicator, criteria as groups, the good direction to the right.

    A filled dot is the park, a triangle below the strip all land of its level, a triangle above it the
    reference, short strokes are the other parks. Strips, not a radar: lengths on parallel lines can be
    compared, the area and order of a radar mislead, and a missing value has a place. A strip has the same
    scale in every park's profile: the values of the parks without far outliers (beyond three times the
    quartile range), stretched to references and levels, up to four times that; what lies beyond stands at
    its end with an arrow. A missing value is told with its reason; nothing is drawn in its place.

    ``values``: the table of values of all units; ``unit_id``: a park of it.
    """
    from .chart_strips import draw

    return picture(*draw(values, unit_id, language), language, formats)


def ranked_bars(
    values: pd.DataFrame,
    indicator: str,
    language: str = "en",
    formats: Sequence[str] = (PNG, SVG),
    per_page: int = 60,
) -> list[Picture]:
    """The parks by one indicator, best first: a bar each, coverage beside it, a line for each reference.

    Order: rank, then unit_id. Parks without value stand at the end with their reason. More than
    ``per_page`` parks give several pictures over the same scale.
    """
    from .chart_bars import draw

    return [picture(*page, language, formats) for page in draw(values, indicator, language, per_page)]


def heat_table(
    values: pd.DataFrame,
    language: str = "en",
    by: str = "reference",
    formats: Sequence[str] = (PNG, SVG),
    per_page: int = 40,
) -> list[Picture]:
    """Parks x indicators: each cell prints its value, shaded and signed by how it stands.

    ``by``: "reference" (verdict against the reference) or "rank" (fifth of the ranking), see
    `core.performance.performance_texts.standing`. Shades grow darker from good to bad, so that they survive
    printing in grey. A cell without value is blank with a stroke; a bar under a figure shows how much of the
    data is known when that is not all. District and levels head every page. Parks in the order of the table,
    at most
    ``per_page`` a picture.
    """
    from .chart_heat import draw

    return [picture(*page, language, formats) for page in draw(values, language, by, per_page)]


def save(picture: Picture, folder: Path, name: str) -> list[Path]:
    """Write a picture into a folder as ``name``.png and ``name``.svg; returns the files written.

    Signs that file names cannot have everywhere become "_".
    """
    stem = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "_", name).strip(" .") or "picture"
    files = []
    for suffix, data in ((PNG, picture.png), (SVG, picture.svg.encode("utf-8"))):
        if data:
            files.append(Path(folder) / f"{stem}.{suffix}")
            files[-1].write_bytes(data)
    return files


def picture(sheet, title: str, language: str, formats: Sequence[str]) -> Picture:
    """A sheet as a picture, with a warning where it has characters that no font can draw."""
    from ..core.performance.performance_texts import load_texts
    from .chart_fonts import warning

    png = sheet.png() if PNG in formats else b""
    svg = sheet.svg(title) if SVG in formats else ""
    told = warning([sheet.fonts], load_texts(language)["charts"]["no_font"])
    return Picture(title, png, svg, tuple(told))
