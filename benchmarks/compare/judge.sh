#!/usr/bin/env bash
# Takes an archive of moorings in, then puts other thresholds to its table, from Iceberg to Iceberg: a line of JSON a run.
#
#   benchmarks/compare/judge.sh                                      8 moorings of a million samples of five variables
#   benchmarks/compare/judge.sh --moorings 2 --samples 10000         does it work?
set -euo pipefail
compare="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
work="${compare%/compare}/target/judge"
python=/usr/bin/python3
if ! "$python" -c "import netCDF4, numpy" 2>/dev/null; then
  echo "Cannot make the archive: $python lacks netCDF4. Install it (apt-get install python3-netcdf4)." >&2
  exit 2
fi
"${compare%/benchmarks/compare}/shoal" --version >/dev/null # builds what is not built
"$compare/program.sh" --build >&2
archive="$work/archive-$(echo "${*:-standard}" | tr -c 'a-z0-9\n' -)"
"$python" -B "$compare/moorings.py" "$archive" --moorings 8 "$@"
rm -rf "$work/data"
"$compare/program.sh" JudgeTimes "$archive" "$work/data" temp psal doxy chla turb 2>/dev/null
