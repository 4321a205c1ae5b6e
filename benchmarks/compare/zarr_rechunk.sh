#!/usr/bin/env bash
# Times turning maps into time series (chunks of 480 x 60 x 60), beside dask's threads and processes and, where it is
# installed, rechunker; then the same of eight times the data.
#
#   benchmarks/compare/zarr_rechunk.sh                                  480 steps, 2 GB decoded, three turns; 16 GB once
#   benchmarks/compare/zarr_rechunk.sh --steps 30 --turns 1 --times 2   does it work?
set -euo pipefail
COMPARISON=zarr_rechunk
MODULES="dask, distributed, netCDF4, numcodecs, xarray, zarr"
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/prepare.sh"
