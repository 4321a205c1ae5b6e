#!/usr/bin/env bash
# Writes the description of a Jupyter kernel for Java with Spark and Shoal on its class path into FOLDER/kernels/shoal,
# where Jupyter finds it if JUPYTER_PATH names FOLDER. Builds nothing.
set -euo pipefail

folder="${1:?name the folder to write to}"
notebooks="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
root="${notebooks%/*}"
data="$(realpath -m "${SHOAL_DATA:-$root/shoal-data}")"
dependencies="$root/spark-jobs/target/dependencies.txt"
kernel="$(ls "$notebooks"/target/kernel/*.jar 2>/dev/null || true)"
if [ ! -f "$dependencies" ] || [ -z "$kernel" ] || [ ! -d "$notebooks/target/classes" ]; then
  echo "Cannot describe the kernel: nothing is built. Run: mvn -Dquick -pl notebooks -am process-classes" >&2
  exit 2
fi

# The kernel carries copies of libraries that Spark has too: it comes last.
classes="$notebooks/target/classes:$root/spark-jobs/target/classes:$root/udfs/target/classes:$root/catalog/target/classes:$(cat "$dependencies"):$kernel"
opens=""
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+="\"--add-opens=java.base/$package=ALL-UNNAMED\", "
done
mkdir -p "$folder/kernels/shoal"
cat >"$folder/kernels/shoal/kernel.json" <<END
{
  "display_name": "Java with Spark and Shoal",
  "language": "java",
  "interrupt_mode": "message",
  "env": {"SHOAL_DATA": "$data"},
  "argv": ["${JAVA_HOME:+$JAVA_HOME/bin/}java", "-Xmx${SHOAL_MEMORY:-4g}", $opens
    "-Djdk.reflect.useDirectMethodHandle=false", "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.configurationFile=classpath:shoal-log4j2.properties", "-Dshoal.log.file=$data/logs/notebook.log",
    "-cp", "$classes", "dev.shoal.notebooks.JavaKernel", "{connection_file}"]
}
END
