#!/usr/bin/env bash
# Opens the notebooks in Jupyter with a Java kernel; builds what is not built. Arguments, if any, go to jupyter.
set -euo pipefail

notebooks="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
root="${notebooks%/*}"
jupyter="${JUPYTER:-jupyter}"
if ! command -v "$jupyter" >/dev/null; then
  echo "Cannot open the notebooks: found no '$jupyter'. Install it (apt-get install jupyter-notebook), or name it in JUPYTER." >&2
  exit 2
fi
"$root/shoal" --version >/dev/null
name="dev/shoal/notebooks/JavaKernel"
if [ ! "$notebooks/target/classes/$name.class" -nt "$notebooks/src/main/java/$name.java" ] || [ ! -d "$notebooks/target/kernel" ]; then
  (cd "$root" && mvn -B -q -Dquick -pl notebooks -am process-classes) >&2
fi
"$notebooks/kernel.sh" "$notebooks/target/jupyter"
export JUPYTER_PATH="$notebooks/target/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}"
if [ $# -eq 0 ]; then
  cd "$notebooks"
  set -- notebook demo.ipynb
fi
exec "$jupyter" "$@"
