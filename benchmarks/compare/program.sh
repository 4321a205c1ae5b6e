#!/usr/bin/env bash
# Runs a program of dev.shoal.bench with the options that Shoal's launcher gives Java: program.sh CLASS ARGUMENTS...
# Builds nothing: `program.sh --build` does.
set -euo pipefail

compare="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
benchmarks="${compare%/compare}"
root="${benchmarks%/*}"
if [ "${1:-}" = --build ]; then
  cd "$root" && exec mvn -B -q -Dquick -pl benchmarks -am process-classes
fi
options=(-Xmx"${SHOAL_MEMORY:-8g}" -XX:+IgnoreUnrecognizedVMOptions -XX:+UseParallelGC -XX:GCTimeRatio=19
  -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000
  -XX:+UseTransparentHugePages -Djdk.reflect.useDirectMethodHandle=false -Dio.netty.tryReflectionSetAccessible=true)
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  options+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
classes="$benchmarks/target/classes:$root/spark-jobs/target/classes:$root/udfs/target/classes:$root/catalog/target/classes"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "${options[@]}" -cp "$(cat "$root/spark-jobs/target/dependencies.txt"):$classes" "dev.shoal.bench.$1" "${@:2}"
