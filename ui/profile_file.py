"""Files of rule profiles that docks write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ..core.common.errors import LandRenewalError
from ..processing.said import said
from ..processing.translation import tr


def free_name(result: Path) -> Path:
    """A name beside a result for a rule profile that does not replace another one."""
    names = (f"{result.stem}_rules{f'_{number}' if number > 1 else ''}.yml" for number in range(1, 10_000))
    return next(path for path in (result.with_name(name) for name in names) if not path.exists())


def ask_where(parent: QWidget, result: Path) -> Path | None:
    """Where the user wants a rule profile saved; None for nowhere."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, tr("Save the rule profile"), str(free_name(result)), tr("Rule profile (*.yml)")
    )
    return Path(chosen) if chosen else None


def write_profile(make: Callable, path: Path, tell: Callable[[str], None]) -> bool:
    """Write the profile that ``make(name)`` gives, named as its file; whether that went well.

    A path without the ending of a profile gets it. ``tell`` is called with how it went, as a sentence.
    """
    from ..core.rules.profile_writer import save_profile

    path = path if path.suffix.lower() in (".yml", ".yaml") else Path(f"{path}.yml")
    try:
        save_profile(make(path.stem), path)
    except LandRenewalError as error:
        tell(said(error))
        return False
    tell(tr("Saved as {}.").format(path.name))
    return True
