"""The little linear algebra that fits of a dozen unknowns need; plain Python."""

from collections.abc import Sequence

Matrix = Sequence[Sequence[float]]


def dot(a: Sequence[float], b: Sequence[float]) -> float:
    """Inner product of two vectors of one length."""
    return sum(x * y for x, y in zip(a, b, strict=True))


def times(matrix: Matrix, vector: Sequence[float]) -> list[float]:
    """Matrix (n x m) times vector (m)."""
    return [dot(row, vector) for row in matrix]


def inverse(matrix: Matrix) -> list[list[float]]:
    """Inverse of a square matrix by Gauss-Jordan elimination with row pivots.

    Raises:
        ValueError: the matrix is singular.
    """
    size = len(matrix)
    work = [[*row, *(1.0 if i == j else 0.0 for j in range(size))] for i, row in enumerate(matrix)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda i: abs(work[i][column]))
        if abs(work[pivot][column]) < 1e-12:
            raise ValueError("the matrix is singular")
        work[column], work[pivot] = work[pivot], work[column]
        head = work[column][column]
        work[column] = [x / head for x in work[column]]
        for i in range(size):
            factor = work[i][column]
            if i != column and factor:
                work[i] = [x - factor * y for x, y in zip(work[i], work[column], strict=True)]
    return [row[size:] for row in work]
