#!/usr/bin/env bash
# Compiles and runs the JMH kernels; arguments go to JMH: kernels.sh -l lists them, kernels.sh Qc -f 1 -wi 3 -i 3 runs some.
set -euo pipefail

benchmarks="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
root="${benchmarks%/*}"
(cd "$root" && mvn -B -q -Dquick -pl benchmarks -am process-classes) >&2

classes="$benchmarks/target/classes:$root/spark-jobs/target/classes:$root/udfs/target/classes:$root/catalog/target/classes"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$classes:$(cat "$benchmarks/target/dependencies.txt")" org.openjdk.jmh.Main "$@"
