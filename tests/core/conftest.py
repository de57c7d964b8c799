"""Lets the tests of this folder import the builders they share: ``import helpers``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent))
