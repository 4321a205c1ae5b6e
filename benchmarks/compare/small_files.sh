#!/usr/bin/env bash
# Times the inventory of small Argo-like files, beside NetCDF-Java on as many threads, and counts requests to an S3 server.
#
#   benchmarks/compare/small_files.sh                        5,000 files, five runs of each
#   benchmarks/compare/small_files.sh --files 100 --runs 1   does it work?
set -euo pipefail
COMPARISON=small_files
MODULES="netCDF4"
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/prepare.sh"
