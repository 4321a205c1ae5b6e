"""Applies a file of weights to a field as xESMF does: a sparse matrix of col, row and S, numbered from 1.

Arguments: the file of weights, the file of the field, its variable, the number of target cells, and where to put
the values as raw doubles.
"""

import sys

import netCDF4
import scipy.sparse
import xarray

weights, field, variable, cells, out = sys.argv[1:]
links = xarray.open_dataset(weights)
with netCDF4.Dataset(field) as file:
    values = file[variable][:].filled().astype("f8").ravel()
matrix = scipy.sparse.coo_matrix(
    (links["S"].values, (links["row"].values - 1, links["col"].values - 1)), shape=(int(cells), values.size)
)
(matrix.tocsr() @ values).tofile(out)
