#!/usr/bin/env bash
# Times applying weights beside a plain loop in C over the same weights and fields, in the same run, on one core.
#
#   benchmarks/compare/regrid_apply.sh               12 fields, four grids and methods, with and without holes
#   benchmarks/compare/regrid_apply.sh --runs 1      does it work?
set -euo pipefail

compare="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
root="${compare%/benchmarks/compare}"
work="$root/benchmarks/target/regrid"
if ! command -v gcc >/dev/null; then
  echo "Cannot compare: gcc is missing. Install it (apt-get install gcc libc6-dev)." >&2
  exit 2
fi
mkdir -p "$work"
gcc -O3 -march=native -Wall -Wextra -o "$work/regrid_apply" "$compare/regrid_apply.c" -lm
(cd "$root" && mvn -B -q -Dquick -pl benchmarks -am process-classes) >&2

classes="$root/benchmarks/target/classes:$root/spark-jobs/target/classes:$root/udfs/target/classes:$root/catalog/target/classes"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$classes:$(cat "$root/benchmarks/target/dependencies.txt")" \
  dev.shoal.bench.RegridApplyTimes --program "$work/regrid_apply" --work "$work" "$@"
