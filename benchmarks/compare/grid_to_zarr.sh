#!/usr/bin/env bash
# Times Shoal against Debian's xarray + dask + zarr, each a whole process, at turning one archive of daily netCDF-4
# grids into one Zarr store of the same chunks and codec.
#
#   benchmarks/compare/grid_to_zarr.sh                       a year, 1.5 GB decoded, five runs of each
#   benchmarks/compare/grid_to_zarr.sh --days 20 --runs 1    does it work?
set -euo pipefail

compare="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
root="${compare%/benchmarks/compare}"
python=/usr/bin/python3
if ! "$python" -c 'import dask, distributed, netCDF4, numcodecs, xarray, zarr' 2>/dev/null; then
  echo "Cannot compare: $python lacks a module. Install them (apt-get install python3-xarray python3-zarr" \
    "python3-netcdf4 python3-dask python3-distributed)." >&2
  exit 2
fi
"$root/shoal" --version >/dev/null # builds what is not built
exec "$python" -B "$compare/compare.py" --shoal "$root/shoal" --work "$root/benchmarks/target/grid_to_zarr" "$@"
