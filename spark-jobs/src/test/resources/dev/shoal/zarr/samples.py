"""The values of Samples.java, for Debian's python3-zarr."""
import numpy as np


def values(kind, width, size):
    n = np.arange(size, dtype="u8")
    small = (37 * n + 11) % 101
    if kind == "f":
        return np.where(n % 13 == 5, np.nan, small * 0.5).astype(f"f{width}")
    high = np.where(n % 7 == 0, np.uint64(1) << np.uint64(8 * width - 1), np.uint64(0))
    return (small | high).astype(f"u{width}").view(f"{kind}{width}")


def same(found, expected):
    return found.dtype.newbyteorder("=") == expected.dtype and np.array_equal(
        found, expected, equal_nan=expected.dtype.kind == "f"
    )
