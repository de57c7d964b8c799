"""Similar texts among many: every pair above a similarity, without comparing all with all.

RapidFuzz measures the pairs where it is installed; without it numpy does, slower and with the same figures.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse

try:
    from rapidfuzz import process
    from rapidfuzz.distance import LCSseq
except ImportError:
    process = LCSseq = None

_CHUNK = 2_000_000  # pairs held at a time: about 100 MB
_CELLS = 20_000_000  # characters x pairs held at a time by the numpy way


def library() -> str:
    """What measures the pairs: ``rapidfuzz`` or ``numpy``."""
    return "numpy" if process is None else "rapidfuzz"


def similar_pairs(left: np.ndarray, right: np.ndarray, minimum: float) -> pd.DataFrame:
    """All pairs of texts whose `similarity` is at least ``minimum`` (above 0).

    Complete, not approximate: texts that are similar enough share so many characters that they share one of
    the rarest of each (prefix filter), and only such pairs are measured. Empty texts are in no pair.

    Returns ``left`` and ``right`` (positions) and ``similarity``, ordered by left, then similarity
    downwards, then right. Source: prefix filter after Chaudhuri et al. 2006.

    >>> left, right = np.array(["富强机械", "宏远"]), np.array(["富强机械厂", "富国机械"])
    >>> similar_pairs(left, right, 0.8).values.tolist()
    [[0.0, 0.0, 0.8888888888888888]]
    """
    left, right = np.asarray(left, dtype=str), np.asarray(right, dtype=str)
    measure = _measure(left, right)
    parts = [_similar(measure, one, other, minimum) for one, other in _candidates(left, right, minimum)]
    nothing = np.zeros(0, dtype=np.int64)
    table = pd.concat(parts or [_similar(measure, nothing, nothing, minimum)], ignore_index=True)
    order = np.lexsort((table["right"], -table["similarity"], table["left"]))
    return table.iloc[order].reset_index(drop=True)


def similarity(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Similarity of texts pair by pair: 2 x longest common subsequence / sum of both lengths, 0-1.

    Two empty texts are equal (1). The figure is that of RapidFuzz's ``fuzz.ratio`` / 100.

    >>> similarity(np.array(["abcd"]), np.array(["abd"])).round(3).tolist()
    [0.857]
    """
    rows = np.arange(len(one))
    return _measure(np.asarray(one, dtype=str), np.asarray(other, dtype=str))(rows, rows)


def _measure(left: np.ndarray, right: np.ndarray):
    """A function that gives the similarity of left and right texts by position."""
    size, other_size = np.char.str_len(left), np.char.str_len(right)
    common = (_by_numpy if process is None else _by_rapidfuzz)(left, right)

    def measure(one: np.ndarray, other: np.ndarray) -> np.ndarray:
        total = size[one] + other_size[other]
        found = common(one, other) if len(one) else np.zeros(0)
        return np.where(total > 0, 2.0 * found / np.maximum(total, 1), 1.0)

    return measure


def _similar(measure, one: np.ndarray, other: np.ndarray, minimum: float) -> pd.DataFrame:
    measured = measure(one, other)
    keep = measured >= minimum
    return pd.DataFrame({"left": one[keep], "right": other[keep], "similarity": measured[keep]})


def _candidates(left: np.ndarray, right: np.ndarray, minimum: float):
    """Chunks of pairs that share enough characters to be similar."""
    tokens = _tokens(np.concatenate([left, right]))
    if not tokens.nnz:
        return
    frequency = np.bincount(tokens.indices, minlength=tokens.shape[1])
    prefixes = _prefixes(tokens, frequency, minimum)
    length, bits = np.diff(tokens.indptr), _bits(tokens)
    hidden = length - _ones(bits)
    count = len(left)
    first, second = prefixes[:count], prefixes[count:].T.tocsr()
    per_row = first @ np.diff(second.indptr)
    chunk = np.cumsum(per_row) // _CHUNK
    for number in np.unique(chunk):
        rows = np.flatnonzero(chunk == number)
        pairs = (first[rows] @ second).tocoo()
        one, other = rows[pairs.row], pairs.col.astype(np.int64)
        both = np.stack([one, count + other])
        shared = _ones(bits[both[0]] & bits[both[1]]) + hidden[both].min(axis=0)
        shared = np.minimum(shared, length[both].min(axis=0))
        enough = 2 * shared >= minimum * length[both].sum(axis=0) - 1e-9
        yield one[enough], other[enough]


def _tokens(texts: np.ndarray) -> sparse.csr_matrix:
    """Texts x characters; the second same character of a text is a token of its own."""
    length = np.char.str_len(texts)
    row = np.repeat(np.arange(len(texts)), length)
    signs = np.array(list("".join(texts.tolist())), dtype="U1").view(np.uint32).astype(np.int64)
    again = pd.DataFrame({"row": row, "sign": signs}).groupby(["row", "sign"]).cumcount().to_numpy()
    kinds, token = np.unique(signs * 1024 + np.minimum(again, 1023), return_inverse=True)
    shape = (len(texts), max(len(kinds), 1))
    return sparse.csr_matrix((np.ones(len(row), dtype=np.int32), (row, token)), shape=shape)


def _bits(tokens: sparse.csr_matrix) -> np.ndarray:
    """64 bits a text, one for each of its characters, several characters to a bit.

    Two texts share at most as many characters as bits, plus those that have no bit of their own in either.
    """
    bits = np.zeros(tokens.shape[0], dtype=np.uint64)
    row = np.repeat(np.arange(tokens.shape[0]), np.diff(tokens.indptr))
    np.bitwise_or.at(bits, row, np.uint64(1) << (tokens.indices % 64).astype(np.uint64))
    return bits


def _ones(bits: np.ndarray) -> np.ndarray:
    """How many bits are set."""
    one, two, four = (
        np.uint64(mask) for mask in (0x5555555555555555, 0x3333333333333333, 0x0F0F0F0F0F0F0F0F)
    )
    bits = bits - ((bits >> np.uint64(1)) & one)
    bits = (bits & two) + ((bits >> np.uint64(2)) & two)
    bits = (bits + (bits >> np.uint64(4))) & four
    return ((bits * np.uint64(0x0101010101010101)) >> np.uint64(56)).astype(np.int64)


def _prefixes(tokens: sparse.csr_matrix, frequency: np.ndarray, minimum: float) -> sparse.csr_matrix:
    """The rarest tokens of each text, as many as a similar text must share one of.

    A text of m tokens is similar to texts of n >= m x s / (2 - s) only, and shares t >= s x (m + n) / 2 with
    them; so one of its m - t + 1 rarest must be among the shared.
    """
    length = np.diff(tokens.indptr)
    shortest = np.ceil(length * minimum / (2 - minimum) - 1e-9)
    needed = np.ceil(minimum * (length + shortest) / 2 - 1e-9)
    row = np.repeat(np.arange(len(length)), length)
    order = np.lexsort((tokens.indices, frequency[tokens.indices], row))
    place = np.arange(len(row)) - np.repeat(tokens.indptr[:-1], length)
    kept = order[place < (length - needed + 1)[row]]
    return sparse.csr_matrix((np.ones(len(kept), np.int32), (row[kept], tokens.indices[kept])), tokens.shape)


def _by_rapidfuzz(left: np.ndarray, right: np.ndarray):
    left, right = left.astype(object), right.astype(object)

    def common(one: np.ndarray, other: np.ndarray) -> np.ndarray:
        return process.cpdist(
            left[one].tolist(), right[other].tolist(), scorer=LCSseq.similarity, dtype=np.int32
        )

    return common


def _by_numpy(left: np.ndarray, right: np.ndarray):
    """Length of the longest common subsequence, row by row of the usual table, for many pairs at once."""
    first, second = _signs(left, 0), _signs(right, 1)
    size, other_size = np.char.str_len(left), np.char.str_len(right)

    def common(one: np.ndarray, other: np.ndarray) -> np.ndarray:
        found = np.zeros(len(one), dtype=np.int32)
        longest = np.maximum(size[one], other_size[other])
        order = np.argsort(longest, kind="stable")
        start = 0
        while start < len(order):
            # The shortest texts first, so that few long ones do not make all tables large.
            rows = order[start : start + max(1, _CELLS // max(int(longest[order[start]]), 1))]
            width = 2 * max(int(longest[rows[0]]), 1)
            rows = rows[longest[rows] <= width]
            found[rows] = _table(first[:width, one[rows]], second[:width, other[rows]])
            start += len(rows)
        return found

    return common


def _table(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    above = np.zeros((len(second) + 1, second.shape[1]), dtype=np.int16)
    for sign in first:
        row = above.copy()
        for place in range(len(second)):
            match = above[place] + (sign == second[place])
            np.maximum(match, above[place + 1], out=match)
            np.maximum(match, row[place], out=row[place + 1])
        above = row
    return above[-1]


def _signs(texts: np.ndarray, filler: int) -> np.ndarray:
    """Characters x texts; the places behind a text hold a filler that equals nothing."""
    width = max(int(np.char.str_len(texts).max(initial=0)), 1)
    signs = texts.astype(f"U{width}").view(np.uint32).reshape(len(texts), width).T.copy()
    signs[signs == 0] = filler
    return signs
