#!/usr/bin/env bash
# Times making and applying regridding weights beside CDO: the quarter-degree archive and a tripolar model's file.
#
#   benchmarks/compare/regrid.sh                          three turns, some minutes
#   benchmarks/compare/regrid.sh --turns 1 --only clouds  one case
set -euo pipefail
COMPARISON=regrid
MODULES="netCDF4, numpy"
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/prepare.sh"
