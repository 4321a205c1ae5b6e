#!/usr/bin/env bash
# Times the series of one cell through daily files, beside xarray's open_mfdataset().sel(), and counts the bytes that are
# read beside the least that could be.
#
#   benchmarks/compare/point_series.sh                       480 days, 430 MB stored, five runs of each
#   benchmarks/compare/point_series.sh --days 20 --runs 1    does it work?
set -euo pipefail
COMPARISON=point_series
MODULES="dask, h5py, netCDF4, xarray"
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/prepare.sh"
