#!/usr/bin/env bash
# Times appending a day to a year of a Zarr store, beside xarray's append_dim, and lists the objects that are touched.
#
#   benchmarks/compare/zarr_append.sh              three turns
#   benchmarks/compare/zarr_append.sh --turns 1    does it work?
set -euo pipefail
COMPARISON=zarr_append
MODULES="netCDF4, numcodecs, xarray, zarr"
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/prepare.sh"
