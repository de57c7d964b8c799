"""Tax ids: which of them can identify a firm."""

from __future__ import annotations

import numpy as np
import pandas as pd

GB32100, ANY = "gb32100", "any"

# GB 32100-2015: 31 characters without I, O, S, V, Z; position i weighs 3^i mod 31.
_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES = np.full(128, -1)
_VALUES[[ord(character) for character in _CHARACTERS]] = np.arange(31)
_WEIGHTS = 3 ** np.arange(17) % 31
# One sign throughout, zeros but for the last two places, or the digits in order.
_PLACEHOLDER = r"(.)\1*|0+.{0,2}|0?12345678?9?0?"
_SHORTEST = 6


def usable_tax_ids(codes: pd.Series, system: str = GB32100) -> np.ndarray:
    """Tax ids in one spelling where they can identify a firm, else None.

    ``gb32100``: unified social credit codes that pass `valid_uscc`. ``any``: letters and digits, at least six
    with a digit among them, that are no placeholder (00000000, 11111111, 12345678). Spaces and hyphens do not
    count, nor does upper or lower case. Source: GB 32100-2015; own default.

    >>> usable_tax_ids(pd.Series(["2209-9131", "00000000", "12345678", "無"]), "any").tolist()
    ['22099131', None, None, None]
    """
    text = codes.astype("string").str.upper().reset_index(drop=True)
    odd = text.str.contains(r"[^0-9A-Z]").fillna(False).to_numpy(dtype=bool)
    if odd.any():
        plain = text[odd].str.normalize("NFKC").str.upper().str.replace(r"[\s\-]", "", regex=True)
        text = text.mask(odd, plain)
    if system == GB32100:
        usable = valid_uscc(text).to_numpy()
    else:
        right = text.str.fullmatch(rf"(?=.*\d)[0-9A-Z]{{{_SHORTEST},}}").fillna(False).to_numpy(dtype=bool)
        usable = right & ~text.str.fullmatch(_PLACEHOLDER).fillna(False).to_numpy(dtype=bool)
    return np.where(usable, text.astype(object), None)


def valid_uscc(codes: pd.Series) -> pd.Series:
    """Say which texts are real unified social credit codes (GB 32100-2015).

    18 characters, six digits of an administrative area from the third on, an organisation code that is not
    all zeros, and the check character C18 = (31 - sum(C_i * 3^(i-1)) mod 31) mod 31. Placeholders and missing
    values are not codes.

    >>> valid_uscc(pd.Series(["91350100M000100Y43", "91350100M000100Y44", "0" * 18, None])).tolist()
    [True, False, False, False]
    """
    text = codes.astype("string").str.strip().str.upper()
    right_length = text.str.len().eq(18).fillna(False).to_numpy(dtype=bool)
    valid = np.zeros(len(text), dtype=bool)
    if right_length.any():
        points = np.array(text[right_length].tolist(), dtype="U18").view(np.uint32).reshape(-1, 18)
        values = np.where(points < 128, _VALUES[np.minimum(points, 127)], -1)
        check = (31 - (values[:, :17] * _WEIGHTS).sum(axis=1) % 31) % 31
        area = values[:, 2:8]
        valid[right_length] = (
            (values >= 0).all(axis=1)
            & (values[:, 17] == check)
            & (values[:, 0] > 0)
            & ((area >= 0) & (area <= 9)).all(axis=1)
            & (values[:, 8:17] != 0).any(axis=1)
        )
    return pd.Series(valid, index=codes.index)
