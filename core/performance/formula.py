"""Formulas of indicators: arithmetic over totals of columns, read from the rule profile and never run as
code.

``total(output) / total(land_m2) * 1000000`` adds up columns of the pieces of land of a unit (see
`core.performance.pieces`) and calculates with the sums. Names outside ``total(...)`` are measures of the
whole unit.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.errors import LandRenewalError, sentence
from ..common.wording import unknown

_BINARY = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
           ast.Pow: operator.pow}  # fmt: skip
_COMPARE = {ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Lt: operator.lt, ast.LtE: operator.le,
            ast.Eq: operator.eq, ast.NotEq: operator.ne}  # fmt: skip
_ALLOWED = (
    ast.BinOp, ast.UnaryOp, ast.USub, ast.UAdd, ast.Compare, ast.Call, ast.Name, ast.Load, ast.Constant,
    *_BINARY, *_COMPARE,
)  # fmt: skip
TOTAL = "total"


@dataclass(frozen=True)
class Formula:
    """A formula that was read: ``columns`` stand inside ``total(...)``, ``measures`` outside."""

    text: str
    tree: ast.expr
    columns: tuple[str, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True)
class Groups:
    """Which row belongs to which unit: pairs of positions; a row may belong to several units."""

    unit: np.ndarray
    row: np.ndarray
    count: int

    def total(self, values: np.ndarray) -> np.ndarray:
        """Sum of the values of each unit's rows; NaN counts as nothing."""
        values = np.asarray(values, dtype=float)
        known = np.where(np.isnan(values), 0.0, values)
        return np.bincount(self.unit, weights=known[self.row], minlength=self.count)


def read_formula(text: str, columns, measures, where: str) -> Formula:
    """Read a formula and check its names. Numbers, + - * / **, comparisons, ``total(...)`` and names; nothing
    else.

    ``where`` names the indicator for the sentence. Raises LandRenewalError.

    >>> read_formula("total(tax) / total(land_m2)", ["tax", "land_m2"], [], "x").columns
    ('tax', 'land_m2')
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise LandRenewalError("{}: the formula '{}' cannot be read ({}).", where, text, error.msg) from None
    inside: list[str] = []
    outside: list[str] = []
    _collect(tree, inside, outside, None, sentence("{}: the formula '{}'", where, text))
    for names, valid, what in (
        (inside, columns, sentence("column")),
        (outside, measures, sentence("measure outside total()")),
    ):
        for name in names:
            if name not in valid:
                raise LandRenewalError("{}: {}", where, unknown(what, name, valid, limit=60))
    if not inside and not outside:
        raise LandRenewalError("{}: the formula '{}' uses no column, e.g. total(tax).", where, text)
    return Formula(text, tree, tuple(dict.fromkeys(inside)), tuple(dict.fromkeys(outside)))


def _collect(node, inside: list, outside: list, total, where: str) -> None:
    """Sort the names of a formula into those inside and outside of totals; refuse what is not arithmetic."""
    if not isinstance(node, _ALLOWED):
        raise LandRenewalError("{} may hold numbers, + - * / **, comparisons and total(...) only.", where)
    if isinstance(node, ast.Constant) and not isinstance(node.value, (int, float, str)):
        raise LandRenewalError("{}: {!r} is neither a number nor a text.", where, node.value)
    if isinstance(node, ast.Call):
        named = isinstance(node.func, ast.Name) and node.func.id == TOTAL
        if not named or total is not None or len(node.args) != 1 or node.keywords:
            raise LandRenewalError("{}: only total(...) with one argument, not nested, can be called.", where)
        _collect(node.args[0], inside, outside, node, where)
        return
    if isinstance(node, ast.Name):
        (outside if total is None else inside).append(node.id)
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, (ast.operator, ast.unaryop, ast.cmpop, ast.expr_context)):
            _collect(child, inside, outside, total, where)
        elif not isinstance(child, _ALLOWED):
            raise LandRenewalError("{} may hold numbers, + - * / **, comparisons and total(...) only.", where)


def known_rows(formula: Formula, table: pd.DataFrame) -> np.ndarray:
    """Rows in which every column of the formula is known."""
    known = np.ones(len(table), dtype=bool)
    for name in formula.columns:
        known &= table[name].notna().to_numpy()
    return known


def evaluate(
    formula: Formula,
    table: pd.DataFrame,
    groups: Groups,
    measures: Mapping[str, np.ndarray],
    joint: bool = True,
) -> np.ndarray:
    """The value of a formula for every unit; NaN where it rests on nothing or divides by 0.

    ``joint``: all totals of the formula run over the rows in which all its columns are known, so that a
    missing figure shortens numerator and denominator alike. Otherwise each total runs over the rows in which
    its own columns are known.

    >>> table = pd.DataFrame({"tax": [4.0, np.nan], "land_m2": [2.0, 8.0]})
    >>> whole = Groups(np.array([0, 0]), np.array([0, 1]), 1)
    >>> formula = read_formula("total(tax) / total(land_m2)", table, [], "x")
    >>> evaluate(formula, table, whole, {}), evaluate(formula, table, whole, {}, joint=False)
    (array([2.]), array([0.4]))
    """
    known = known_rows(formula, table)

    def total(node: ast.expr) -> np.ndarray:
        values = np.broadcast_to(np.asarray(_walk(node, _column_of(table), None), dtype=float), len(table))
        rows = known & ~np.isnan(values) if joint else ~np.isnan(values)
        sums = groups.total(np.where(rows, values, 0.0))
        return np.where(groups.total(rows) > 0, sums, np.nan)

    with np.errstate(all="ignore"):
        value = _walk(formula.tree, lambda name: np.asarray(measures[name], dtype=float), total)
        value = np.broadcast_to(np.asarray(value, dtype=float), groups.count)
    return np.where(np.isfinite(value), value, np.nan)


def _column_of(table: pd.DataFrame) -> Callable[[str], np.ndarray]:
    def column(name: str) -> np.ndarray:
        series = table[name]
        return series.to_numpy(dtype=object) if series.dtype == object else series.to_numpy(dtype=float)

    return column


def _walk(node, name_of, total):
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        return name_of(node.id)
    if isinstance(node, ast.Call):
        return total(node.args[0])
    if isinstance(node, ast.UnaryOp):
        value = _walk(node.operand, name_of, total)
        return -value if isinstance(node.op, ast.USub) else value
    if isinstance(node, ast.BinOp):
        left, right = _walk(node.left, name_of, total), _walk(node.right, name_of, total)
        return _BINARY[type(node.op)](left, np.asarray(right, dtype=float))
    left = _walk(node.left, name_of, total)
    found = np.asarray(True)
    for compare, other in zip(node.ops, node.comparators):
        right = _walk(other, name_of, total)
        found = found & _compared(compare, left, right)
        left = right
    return found.astype(float)


def _compared(compare: ast.cmpop, left, right) -> np.ndarray:
    return np.asarray(_COMPARE[type(compare)](left, right), dtype=bool)
