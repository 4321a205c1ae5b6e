# Sourced by the comparisons: finds Debian's python with its modules, builds what is not built, and goes to the measuring
# script of the same name. COMPARISON is its name, MODULES are the modules it needs.
compare="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
root="${compare%/benchmarks/compare}"
python=/usr/bin/python3
if ! "$python" -c "import $MODULES" 2>/dev/null; then
  echo "Cannot compare: $python lacks one of the modules $MODULES. Install them (apt-get install python3-xarray" \
    "python3-netcdf4 python3-dask python3-h5py)." >&2
  exit 2
fi
"$root/shoal" --version >/dev/null # builds what is not built
"$compare/program.sh" --build >&2
exec "$python" -B "$compare/$COMPARISON.py" --shoal "$root/shoal" --work "$root/benchmarks/target/$COMPARISON" "$@"
