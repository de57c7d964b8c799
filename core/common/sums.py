"""Products of arrays that are the same to the last bit whenever they are computed.

NumPy's own ``@`` leaves them to a library that adds in an order of its own, by where the arrays lie in memory
and how many threads are free.
"""

from __future__ import annotations

import numpy as np


def product(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """``a @ b`` for arrays of one or two dimensions, summed in a fixed order. For small ones: it holds every
    term at once.

    >>> product(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([1.0, 10.0])).tolist()
    [21.0, 43.0]
    """
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    if a.shape[-1] != b.shape[0]:
        raise ValueError(f"a product of {a.shape} and {b.shape}")
    if b.ndim == 1:
        return (a * b).sum(axis=-1)
    return (a[..., None] * b).sum(axis=-2)
