#!/usr/bin/env bash
# Times Shoal against netCDF4-python (C netCDF) at decoding one shuffled and deflated variable on one core, by each library
# that inflates here, and tells how near each comes to what inflating alone takes.
#
#   benchmarks/compare/decode.sh                        1 GiB of floats, five runs of each
#   benchmarks/compare/decode.sh --steps 8 --runs 1     does it work?
set -euo pipefail

compare="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
root="${compare%/benchmarks/compare}"
python=/usr/bin/python3
if ! "$python" -c 'import netCDF4' 2>/dev/null; then
  echo "Cannot compare: $python lacks netCDF4. Install it (apt-get install python3-netcdf4)." >&2
  exit 2
fi
"$compare/program.sh" --build >&2
exec "$python" -B "$compare/decode.py" --work "$root/benchmarks/target/decode" "$@"
