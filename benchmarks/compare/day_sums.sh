#!/usr/bin/env bash
# Times sums of each day over an archive of float32 fields: Spark on four cores, beside xarray with dask's threads and beside
# a program that only inflates the chunks.
#
#   benchmarks/compare/day_sums.sh                       250 days, 4.1 GB decoded, five runs of each
#   benchmarks/compare/day_sums.sh --days 20 --runs 1    does it work?
set -euo pipefail
COMPARISON=day_sums
MODULES="dask, h5py, netCDF4, xarray"
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/prepare.sh"
