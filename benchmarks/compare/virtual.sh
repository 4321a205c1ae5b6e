#!/usr/bin/env bash
# Times making a virtual store of 5,000 files, beside what kerchunk does (and kerchunk, where it is installed), counts
# requests to an S3 server, and times a commit of 100 million references that were made up.
#
#   benchmarks/compare/virtual.sh                                          5,000 files of 100 chunks, five runs of each
#   benchmarks/compare/virtual.sh --files 50 --runs 1 --commit-files 100   does it work?
set -euo pipefail
COMPARISON=virtual
MODULES="netCDF4, h5py, fsspec, zarr"
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/prepare.sh"
