#!/usr/bin/env bash
# Times making a Zarr store of netCDF-4 files, beside xarray with dask's threads, and beside its codecs alone.
#
#   benchmarks/compare/zarr_send.sh                       480 steps, 2 GB decoded, three turns
#   benchmarks/compare/zarr_send.sh --steps 30 --turns 1  does it work?
set -euo pipefail
COMPARISON=zarr_send
MODULES="dask, h5py, netCDF4, numcodecs, xarray, zarr"
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/prepare.sh"
