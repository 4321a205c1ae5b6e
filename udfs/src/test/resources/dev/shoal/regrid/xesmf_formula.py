#!/usr/bin/env python3
"""Writes xesmf_formula.csv: target values by the formula that xESMF 0.9 applies weights with when skipna=True.

With weights W, values x and their mask (1 where there is a value) that is W (x where there is one, else 0) divided by
W mask, and nothing where W mask < clip(1 - na_thres, 1e-6, 1 - 1e-6). Method "conservative" has weights that are shares
of the target cell's area, "conservative_normed" divides them by their sum; "bilinear" has weights that sum to 1.

    /usr/bin/python3 xesmf_formula.py > xesmf_formula.csv        numpy 1.24
"""
import numpy as np


def applied(weights, values, na_thres):
    mask = np.isfinite(values).astype(float)
    present = weights @ mask
    least = np.clip(1 - na_thres, 1e-6, 1 - 1e-6)
    with np.errstate(invalid="ignore", divide="ignore"):
        result = (weights @ np.where(mask > 0, values, 0.0)) / present
    return np.where(present < least, np.nan, result)


def words(numbers):
    return " ".join("NaN" if np.isnan(number) else repr(float(number)) for number in numbers)


def main():
    random = np.random.default_rng(20240611)
    print("method,na_thres,weights,values,expected")
    for case in range(90):
        method = ("bilinear", "conservative", "conservative_normed")[case % 3]
        count = int(random.integers(1, 9))
        weights = random.random(count) * (random.random(count) > 0.15)
        weights = weights / max(weights.sum(), 1e-300)
        if method != "bilinear":
            weights = weights * min(1.0, random.random() * 1.5)
        values = np.round(random.normal(10, 5, count), 3)
        values[random.random(count) < 0.35] = np.nan
        na_thres = (0.0, 0.25, 0.5, 0.8, 1.0)[int(random.integers(5))]
        total = weights.sum()
        used = weights / total if method == "conservative_normed" and total > 0 else weights
        expected = applied(used[None, :], values, na_thres)
        print(f"{method},{na_thres},{words(weights)},{words(values)},{words(expected)}")


if __name__ == "__main__":
    main()
