"""Products that do not depend on where arrays lie in memory."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from land_renewal.core.common.sums import product
from land_renewal.core.performance.experts import ahp
from land_renewal.core.performance.weights import critic_weights

CORE = Path(__file__).parents[2] / "core"
# Whole numbers and orderings, in which the last bit has no part.
EXACT = {"fuzzy.py", "agglomeration.py", "sample_ground.py"}


@pytest.mark.parametrize(("a", "b"), [((7,), (7,)), ((5, 7), (7,)), ((7,), (7, 3)), ((5, 7), (7, 3))])
def test_it_is_the_product(a, b):
    random = np.random.default_rng(1)
    a, b = random.normal(size=a), random.normal(size=b)
    assert product(a, b) == pytest.approx(a @ b)
    with pytest.raises(ValueError, match="a product of"):
        product(a, b[1:])


def shifted(values, places):
    """The same numbers somewhere else in memory, off any boundary that a fast library likes."""
    room = np.empty(values.nbytes + 64, dtype=np.uint8)[places : places + values.nbytes]
    found = room.view(float).reshape(values.shape)
    found[:] = values
    return found


@pytest.mark.parametrize("places", range(0, 64, 8))
def test_the_last_bit_is_the_same_wherever_the_numbers_lie(places):
    random = np.random.default_rng(2)
    a, b = random.lognormal(size=(97, 37)), random.lognormal(size=37)
    assert (product(shifted(a, places), shifted(b, places)) == product(a, b)).all()
    assert (product(b, shifted(a.T.copy(), places)) == product(b, a.T.copy())).all()
    values, rising = a[:, :9], np.ones(9, dtype=bool)
    assert (critic_weights(shifted(values, places), rising) == critic_weights(values, rising)).all()


@pytest.mark.parametrize("size", [1, 2, 3, 8, 15])
@pytest.mark.parametrize("noise", [1.0, 9.0])
def test_the_principal_vector_is_that_of_the_library(size, noise):
    random = np.random.default_rng(size)
    raw = np.exp(random.uniform(-np.log(noise), np.log(noise), (size, size)))
    matrix = np.triu(raw, 1) + np.triu(1 / raw, 1).T + np.eye(size)
    values, vectors = np.linalg.eig(matrix)
    largest = int(np.argmax(values.real))
    vector = np.abs(vectors[:, largest].real)
    found = ahp(matrix)
    assert found.weights == pytest.approx(vector / vector.sum(), rel=1e-9)
    assert found.largest_eigenvalue == pytest.approx(values[largest].real, rel=1e-9)


def test_no_other_module_leaves_sums_of_money_or_weights_to_the_library():
    used = {
        path.name for path in CORE.rglob("*.py")
        if re.search(r"\w\)? @ \(?\w|einsum|tensordot|matmul|\.dot\(", _code(path))
    }  # fmt: skip
    assert used == EXACT


def _code(path):
    text = path.read_text(encoding="utf-8")
    return re.sub(r'""".*?"""|#[^\n]*', "", text, flags=re.DOTALL)
