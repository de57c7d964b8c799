"""What a step does and how to read its results: the help of its algorithms, the chapter on its method."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication

from ..processing.translation import tr
from .steps import Step

METHOD = Path(__file__).parents[1] / "docs" / "method.md"


def help_html(step: Step) -> str:
    """The step in a sentence, then each of its algorithms as the toolbox explains it."""
    parts = [f"<h2>{step.title}</h2><p>{step.sentence}</p>"]
    for name in step.algorithms:
        algorithm = QgsApplication.processingRegistry().algorithmById(f"landrenewal:{name}")
        if algorithm is not None:
            parts.append(f"<hr/><h2>{algorithm.displayName()}</h2>{algorithm.shortHelpString()}")
    if chapter(step):
        parts.append(f'<hr/><p><a href="method">{tr("How it is reckoned: the method (in English)")}</a></p>')
    return "".join(parts)


def chapter(step: Step) -> str:
    """The chapter of docs/method.md on a step, as Markdown; "" in an installation without the documents."""
    if not METHOD.is_file():
        return ""
    kept, inside = [], False
    for line in METHOD.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            inside = step.anchor in line
        if inside:
            kept.append(line)
    return "\n".join(kept)
