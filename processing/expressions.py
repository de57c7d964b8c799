"""Functions of this plugin for QGIS expressions: mu, levels, and codes in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from qgis.core import QgsExpression, QgsExpressionFunction
from qgis.PyQt.QtCore import QVariant

from ..core.common.columns import ADMIN_LEVELS, ZONE_TYPES
from ..core.common.errors import LandRenewalError
from ..core.common.wording import unknown
from . import settings
from .said import said
from .translation import tr

GROUP = "Land Renewal"
_registered: list[QgsExpressionFunction] = []


def register() -> None:
    """Make the functions known to QGIS; a second call changes nothing."""
    if _registered:
        return
    for function in functions():
        QgsExpression.unregisterFunction(function.name())
        if QgsExpression.registerFunction(function):
            _registered.append(function)


def unregister() -> None:
    """Take them away again."""
    for function in _registered:
        QgsExpression.unregisterFunction(function.name())
    # Not before: QGIS asks every function for its name while one is taken away.
    _registered.clear()


class Function(QgsExpressionFunction):
    """A Python function with named arguments; those after ``required`` may be left out."""

    def __init__(self, name: str, arguments: dict[str, str], required: int, call: Callable, texts: tuple):
        parameters = [
            QgsExpressionFunction.Parameter(argument, position >= required)
            for position, argument in enumerate(arguments)
        ]
        super().__init__(name, parameters, GROUP, help_html(name, arguments, *texts))
        self._call = call

    def func(self, values, context, parent, node):
        plain = [None if value is None or isinstance(value, QVariant) else value for value in values]
        try:
            return self._call(*plain)
        except LandRenewalError as error:
            parent.setEvalErrorString(said(error))
            return None

    def handlesNull(self):
        return True

    def usesGeometry(self, node):
        return False

    def referencedColumns(self, node):
        return set()


def help_html(name: str, arguments: dict[str, str], purpose: str, example: str, result: str) -> str:
    """The page that the expression builder shows."""
    rows = "".join(
        f"<tr><td><i>{argument}</i></td><td>{text}</td></tr>" for argument, text in arguments.items()
    )
    title = tr("function {}").format(name)
    heads = tr("Syntax"), tr("Arguments"), tr("Example")
    call = f"{name}({', '.join(arguments)})"
    return (
        f"<h3>{title}</h3><p>{purpose}</p><h4>{heads[0]}</h4><code>{call}</code>"
        f"<h4>{heads[1]}</h4><table>{rows}</table>"
        f"<h4>{heads[2]}</h4><code>{example} &rarr; {result}</code>"
    )


def converter(unit: str, to: str) -> Callable:
    """A function from a number in one unit to the other; NULL stays NULL."""

    def convert(value):
        from ..core.common.units import to_internal

        return None if value is None else to_internal(_number(value), unit, to)

    return convert


def _number(value) -> float:
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise LandRenewalError("{!r} is not a number.", value) from error


def land_level(area=None, admin_level=None, zone_type=None, rules=None) -> str | None:
    """The level of a park: base, community or block; NULL where its area decides and is not known."""
    name = str(rules or settings.load().rules or "")
    path = Path(name)
    written = path.stat().st_mtime_ns if path.suffix and path.is_file() else 0
    table = _levels(name, written)
    admin = _choice("admin_level", admin_level, ADMIN_LEVELS)
    return table.level(
        None if area is None else _number(area), admin, _choice("zone_type", zone_type, ZONE_TYPES)
    )


@lru_cache(maxsize=8)
def _levels(rules: str, _written: int):
    from ..core.levels.level_table import level_table
    from ..core.levels.levels import LevelRules
    from ..core.rules.profile import load_profile

    return level_table(load_profile(rules or None).params(LevelRules, "levels"))


@lru_cache(maxsize=256)
def _choice(column: str, value: str | None, choices: tuple[str, ...]) -> str | None:
    """A code, or the code of a word such as 国家级."""
    if value is None or str(value) in ("", *choices):
        return value or None
    from ..core.common.headers import fold
    from ..core.intake.aliases import load_aliases

    words = load_aliases().words[column]
    found = words.get(fold(str(value)))
    if found is None:
        raise LandRenewalError("{}.", unknown(column, value, choices, guesses=[*choices, *words]))
    return found


def namer(kind: str) -> Callable:
    """A function from a code of the results to words in English or Chinese; other values stay as they are."""

    def name(code=None, language=None):
        from ..core.dossier.dossier_words import WORDS

        spoken = language or settings.output_language()
        if spoken not in WORDS:
            raise LandRenewalError("{}.", unknown("language", spoken, WORDS))
        return None if code is None else WORDS[spoken][kind].get(code, code)

    return name


def functions() -> list[Function]:
    """All functions, made anew."""
    return [*_conversions(), *_look_ups()]


def _conversions() -> list[Function]:
    area, land = tr("land in square metres"), tr("land in mu")
    worth = tr("a figure per square kilometre, such as output per land")
    each = tr("a figure per mu")
    made = (
        ("mu", {"area_m2": area}, "m2", "mu", tr("Land in mu (亩); 15 mu are a hectare."), "mu(20000)", "30"),
        (
            "m2_from_mu",
            {"mu": land},
            "mu",
            "m2",
            tr("Square metres of land in mu."),
            "m2_from_mu(30)",
            "20000",
        ),
        (
            "hectares_from_mu",
            {"mu": land},
            "mu",
            "ha",
            tr("Hectares of land in mu."),
            "hectares_from_mu(30)",
            "2",
        ),
        (
            *("mu_from_hectares", {"hectares": tr("land in hectares")}, "ha", "mu"),
            *(tr("Mu of land in hectares."), "mu_from_hectares(2)", "30"),
        ),
        (
            *("per_mu", {"per_km2": worth}, "CNY/km2", "CNY/mu"),
            *(tr("A figure per square kilometre as a figure per mu."), "per_mu(150000)", "100"),
        ),
        (
            *("per_km2_from_mu", {"per_mu": each}, "CNY/mu", "CNY/km2"),
            *(tr("A figure per mu as a figure per square kilometre."), "per_km2_from_mu(100)", "150000"),
        ),
    )
    return [
        Function(name, arguments, 1, converter(unit, to), texts) for name, arguments, unit, to, *texts in made
    ]


def _look_ups() -> list[Function]:
    language = tr("en or zh; without it that of the options")
    status = {
        "area_m2": tr("area of the park in square metres"),
        "admin_level": tr(
            "national, provincial, municipal, county or town, or a word such as 国家级; NULL: not known"
        ),
        "zone_type": tr("economic, hightech or other, or a word such as 高新区; NULL: not known"),
        "rules": tr("name or file of the rule profile; without it that of the options"),
    }
    level = (
        tr("Level of a park by area and status: base, community or block, as the study classifies it. That it"
           " lies inside a larger zone is not known here."),
        "land_level(4500000, 'county', 'economic')", "'base'",
    )  # fmt: skip
    text = tr("Land in the unit of the options, as text.")
    made = [
        Function("land_level", status, 1, land_level, level),
        Function("land_text", {"area_m2": tr("land in square metres")}, 1, _land_text,
                 (text, "land_text(4610000)", "'461.0 ha'")),
    ]  # fmt: skip
    named = (
        ("level_name", "levels", "level", tr("A level in words."), "level_name('base', 'zh')", "'产业基地'"),
        ("deficiency_name", "classes", "deficiency", tr("A class of deficiency in words."),
         "deficiency_name('green', 'en')", "'green-deficient'"),
        ("fate_name", "fates", "fate", tr("What a scenario decides, in words."),
         "fate_name('relocate', 'en')", "'relocated'"),
    )  # fmt: skip
    for name, kind, code, purpose, example, result in named:
        arguments = {code: tr("the code in the results"), "language": language}
        made.append(Function(name, arguments, 1, namer(kind), (purpose, example, result)))
    return made


def _land_text(area=None) -> str | None:
    return None if area is None else settings.area_text(_number(area))
