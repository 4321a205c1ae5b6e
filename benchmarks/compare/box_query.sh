#!/usr/bin/env bash
# Counts the bytes that the mean over a box and a month reads, beside the chunks that hold it and beside the same without
# bounds on coordinates.
#
#   benchmarks/compare/box_query.sh                      a year in monthly and in daily files, five runs of each
#   benchmarks/compare/box_query.sh --days 60 --runs 1   does it work?
set -euo pipefail
COMPARISON=box_query
MODULES="dask, h5py, netCDF4, xarray"
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/prepare.sh"
