# Sourced by the scripts beside it: SPARK_HOME is the home these scripts belong to, whatever the caller's environment says.
bin=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
if [ -n "${SHOAL_SPARK_HOME:-}" ]; then
  SPARK_HOME=$SHOAL_SPARK_HOME
elif [ -d "$bin/../jars" ]; then
  SPARK_HOME=$(cd "$bin/.." && pwd -P)
else
  SPARK_HOME="$(dirname "$bin")/target/spark-home"
fi
if [ ! -d "$SPARK_HOME/jars" ]; then
  echo "Cannot run Spark: there is no folder $SPARK_HOME/jars. 'shoal cluster start' builds it, and so does: mvn -Dquick -pl cluster -am package" >&2
  exit 1
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
export SPARK_HOME
