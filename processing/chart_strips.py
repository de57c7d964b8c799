"""The profile of one park as strips; what it shows is told at `charts.strip_profile`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..core.common.errors import LandRenewalError
from .chart_fonts import fonts_for
from .chart_sheet import FAINT, INK, MUTED, Sheet, clean

if TYPE_CHECKING:
    import pandas as pd

WIDTH, TOP, ROW, HEAD, FOOT = 11.4, 1.18, 0.36, 0.34, 0.32
NAME, STRIP, VALUE, RANK, COVERAGE, REFERENCE = (0.2, 2.55), (2.75, 6.4), 7.85, 8.3, 8.95, (9.55, 11.25)
BAND = "#ececec"
_FENCE, _STRETCH, _MARGIN = 3.0, 1.5, 0.04


@dataclass(frozen=True)
class Strip:
    """What one strip shows: positions from 0 (worst) to 1 (best); below or above mean beyond the scale."""

    row: dict
    others: list[float]
    park: float | None
    level: float | None
    reference: float | None


def draw(values: pd.DataFrame, unit_id: str, language: str) -> tuple[Sheet, str]:
    from ..core.performance.performance_texts import criterion_runs, level_name, load_texts

    texts = load_texts(language)
    strips = profile_strips(values, unit_id)
    if not strips:
        raise LandRenewalError("No park {} has values to draw: check the id of the unit.", unit_id)
    row = strips[0].row
    fonts = fonts_for(values[values["unit_id"] == unit_id], texts)
    runs = criterion_runs([strip.row["criterion_name"] for strip in strips])
    sheet = Sheet(WIDTH, TOP + ROW * len(strips) + HEAD * len(runs) + FOOT, fonts)
    title = clean(row["unit"])
    told = [level_name(row["level"], texts), texts["charts"]["profile"]]
    _head(sheet, title, " · ".join(part for part in told if part), texts)
    y, rest = TOP, iter(strips)
    for criterion, count in runs:
        sheet.text(NAME[0], y + HEAD * 0.52, criterion, 9, bold=True)
        sheet.line(NAME[0], y + HEAD - 0.04, REFERENCE[1], y + HEAD - 0.04, FAINT)
        y += HEAD
        for _ in range(count):
            _strip(sheet, y + ROW / 2, next(rest), texts, language)
            y += ROW
    _foot(sheet, y, strips, texts["charts"])
    return sheet, title


def profile_strips(values: pd.DataFrame, unit_id: str) -> list[Strip]:
    """The strips of a park, criteria in order; empty when the park has no rows."""
    from ..core.performance.performance_texts import PARK, indicators

    rows = {row["indicator"]: row for row in values[values["unit_id"] == unit_id].to_dict("records")}
    if not any(row["unit_kind"] == PARK for row in rows.values()):
        return []
    order = [name for name in indicators(values)["indicator"] if name in rows]
    parts = dict(list(values.groupby("indicator", sort=False)))
    return [_positions(rows[name], parts[name]) for name in order]


def _positions(row: dict, rows: pd.DataFrame) -> Strip:
    """Places on the strip, whose scale is the same in the profile of every park."""
    from ..core.pages.page_texts import floats
    from ..core.performance.performance_texts import LEVEL, PARK

    value = _number(row["value"])
    if value is None:
        return Strip(row, [], None, None, None)
    parks, levels = rows[rows["unit_kind"] == PARK], rows[rows["unit_kind"] == LEVEL]
    shown = levels[levels["level"].isin(parks["level"])]
    extra = [*floats(shown["value"]).tolist(), *floats(parks["reference"]).tolist()]
    low, high = limits(_there(floats(parks["value"]).tolist()), _there(extra))

    def place(x: float | None) -> float | None:
        if x is None:
            return None
        part = (x - low) / (high - low)
        return part if row["rising"] else 1 - part

    others = sorted(_there(floats(parks.loc[parks["unit_id"] != row["unit_id"], "value"]).tolist()))
    own = _there(floats(levels.loc[levels["level"] == row["level"], "value"]).tolist())
    level = place(own[0]) if own else None
    return Strip(row, [place(x) for x in others], place(value), level, place(_number(row["reference"])))


def _there(values: list[float]) -> list[float]:
    return [x for x in values if x == x]


def limits(values: list[float], extra: list[float]) -> tuple[float, float]:
    """Where a strip begins and ends: the values without far outliers, stretched towards ``extra``.

    >>> limits([0.0, 25.0, 50.0, 75.0, 100.0, 9000.0], []), limits([2.0, 2.0], [2.0])
    ((-4.0, 104.0), (1.0, 3.0))
    """
    import numpy as np

    low, high = min(values), max(values)
    first, third = np.percentile(values, [25, 75]).tolist()
    if third > first:
        fence = _FENCE * (third - first)
        inside = [x for x in values if first - fence <= x <= third + fence]
        low, high = min(inside), max(inside)
    reach = _STRETCH * (high - low) if high > low else float("inf")
    low, high = max(min([low, *extra]), low - reach), min(max([high, *extra]), high + reach)
    margin = _MARGIN * (high - low) if high > low else abs(high) / 2 or 1.0
    return low - margin, high + margin


def _number(value) -> float | None:
    from ..core.pages.page_texts import known

    return float(value) if known(value) else None


def _head(sheet: Sheet, title: str, told: str, texts: dict) -> None:
    from ..core.performance.performance_texts import SIGNS, VERDICTS

    signs = " · ".join(f"{SIGNS[step]} {texts['verdicts'][name]}" for name, step in VERDICTS.items())
    texts = texts["charts"]
    sheet.text(NAME[0], 0.28, sheet.fit(title, WIDTH - 0.4, 14, True), 14, bold=True)
    sheet.text(NAME[0], 0.56, told, 8.5, MUTED)
    x, y = STRIP[0], 0.86
    for shape, fill, size, name in (
        ("o", INK, 8, texts["park"]), ("^", "white", 7, texts["level"]),
        ("v", FAINT, 7, texts["reference"]), ("|", MUTED, 8, texts["others"]),
    ):  # fmt: skip
        sheet.mark(x + 0.06, y, shape, size, fill, MUTED if shape == "|" else INK)
        sheet.text(x + 0.18, y, name, 8)
        x += 0.4 + sheet.width(name, 8)
    for x, name, align in (
        (VALUE, texts["value"], "right"), (RANK, texts["rank"], "center"),
        (COVERAGE, texts["coverage"], "center"), (REFERENCE[0], texts["against"], "left"),
    ):  # fmt: skip
        sheet.text(x, 0.86, name, 7.5, MUTED, align)
    sheet.text(REFERENCE[0], 1.1, signs, 7, MUTED)
    sheet.text(STRIP[0], 1.1, f"← {texts['worse']}", 7.5, MUTED)
    sheet.text(STRIP[1], 1.1, f"{texts['better']} →", 7.5, MUTED, "right")


def _strip(sheet: Sheet, y: float, strip: Strip, texts: dict, language: str) -> None:
    from ..core.pages.page_texts import fill, known, number, share
    from ..core.performance.performance_texts import measure, missing_text, reference_text, with_unit

    row, (left, right) = strip.row, STRIP
    _name(sheet, y, row, texts)
    if strip.park is None:
        why = sheet.fit(missing_text(row, texts), VALUE - left, 7.5)
        sheet.text(left, y, why, 7.5, MUTED)
        sheet.line(left + sheet.width(why, 7.5) + 0.08, y, right, y, FAINT, 0.8, (0, (2, 3)))
    else:
        _markers(sheet, y, strip)
        unit = measure(row["unit_of_measure"])
        if unit in ("%", "‰"):
            _value(sheet, y, with_unit(row["value"], unit, texts), "")
        else:
            _value(sheet, y, number(row["value"]), unit)
        if known(row["rank"]):
            rank = fill(texts["rank_of"], rank=number(row["rank"]), ranked=number(row["ranked"]))
            sheet.text(RANK, y, rank, 8, align="center")
        sheet.text(COVERAGE, y, share(row["coverage"], language), 8, align="center")
    _reference(sheet, y, row, reference_text(row, texts))


def _value(sheet: Sheet, y: float, figure: str, unit: str) -> None:
    """The figure in bold with its unit behind it, or under it where there is no room."""
    tail = sheet.width(unit, 7) + 0.05 if unit else 0
    if sheet.width(figure, 8.5, True) + tail <= VALUE - STRIP[1] - 0.1:
        sheet.text(VALUE, y, unit, 7, MUTED, "right")
        sheet.text(VALUE - tail, y, figure, 8.5, align="right", bold=True)
    else:
        sheet.text(VALUE, y - 0.075, figure, 8.5, align="right", bold=True)
        sheet.text(VALUE, y + 0.075, sheet.fit(unit, VALUE - STRIP[1] - 0.1, 6.5), 6.5, MUTED, "right")


def _name(sheet: Sheet, y: float, row: dict, texts: dict) -> None:
    note = "" if row["rising"] else texts["less_is_better"]
    lines = sheet.wrap(row["name"], NAME[1] - NAME[0], 1 if note else 2, 8)
    step = 0.075 if note or len(lines) > 1 else 0
    for number, line in enumerate(lines):
        sheet.text(NAME[0], y - step + number * 0.15, line, 8)
    if note:
        sheet.text(NAME[0], y + step, note, 6.5, MUTED)


def _markers(sheet: Sheet, y: float, strip: Strip) -> None:
    left, right = STRIP
    sheet.box(left, y - 0.045, right - left, 0.09, BAND)

    def at(part: float) -> float:
        return left + min(max(part, 0.0), 1.0) * (right - left)

    sheet.strokes([at(part) for part in strip.others], y - 0.075, y + 0.075)
    for end in sorted({(part > 1) - (part < 0) for part in strip.others} - {0}):
        sheet.mark(at(end) + 0.06 * end, y, ">" if end > 0 else "<", 3.5, MUTED, MUTED)
    for part, shape, offset, fill, size in (
        (strip.reference, "v", -0.105, FAINT, 6.5), (strip.level, "^", 0.105, "white", 6.5),
        (strip.park, "o", 0, INK, 8),
    ):  # fmt: skip
        if part is None:
            continue
        sheet.mark(at(part), y + offset, shape, size, fill)
        if not 0 <= part <= 1:
            outwards = 0.1 if part > 1 else -0.1
            sheet.mark(at(part) + outwards, y + offset, ">" if part > 1 else "<", 3.5)


def _reference(sheet: Sheet, y: float, row: dict, told: str) -> None:
    from ..core.performance.performance_texts import SIGNS, VERDICTS

    if not told:
        return
    sign = SIGNS[VERDICTS[row["verdict"]]] if row["verdict"] in VERDICTS else ""
    sheet.sign(REFERENCE[0] - 0.12, y, sign, 9, align="center")
    lines = sheet.wrap(told, REFERENCE[1] - REFERENCE[0], 2, 7.5)
    sheet.paragraph(REFERENCE[0], y, lines, 7.5, MUTED)


def _foot(sheet: Sheet, y: float, strips: list[Strip], texts: dict) -> None:
    shown = [x for strip in strips for x in (*strip.others, strip.park, strip.level, strip.reference)]
    if any(part is not None and not 0 <= part <= 1 for part in shown):
        sheet.text(NAME[0], y + FOOT / 2, texts["beyond"], 7, MUTED)
