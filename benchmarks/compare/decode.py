"""Decodes one variable by turns with netCDF4-python and with Shoal, each on the same core, and prints medians."""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

import netCDF4
import numpy as np

HERE = pathlib.Path(__file__).parent
SIDE = 2048
CHUNK = 512
SEED = 20260101
BACKENDS = ("libdeflate", "isal", "java")


def thousandths(step, random):
    """Temperature of an ocean of bands and eddies, with noise, as an instrument reports it: in thousandths."""
    lat = np.linspace(-1.2, 1.2, SIDE)[:, None]
    lon = np.linspace(0, 2 * np.pi, SIDE)[None, :]
    eddies = 0.8 * np.sin(18 * lat + 0.04 * step) * np.cos(25 * lon - 0.06 * step)
    return np.round(30 * np.cos(lat) ** 2 - 2 + eddies + 0.05 * random.standard_normal((SIDE, SIDE)), 3)


def make(path, steps):
    """Writes the file where it is not there yet."""
    if path.exists():
        return
    part = path.with_suffix(".part")
    with netCDF4.Dataset(part, "w") as out:
        out.createDimension("time", steps)
        out.createDimension("lat", SIDE)
        out.createDimension("lon", SIDE)
        sst = out.createVariable("sst", "f4", ("time", "lat", "lon"), zlib=True, complevel=4, shuffle=True,
                                 chunksizes=(1, CHUNK, CHUNK))
        for step in range(steps):
            sst[step] = thousandths(step, np.random.default_rng([SEED, step])).astype("f4")
    part.rename(path)


def peer(path):
    """Reads step by step; returns megabytes of values a second."""
    with netCDF4.Dataset(path) as data:
        sst = data["sst"]
        sst.set_auto_maskandscale(False)
        begin = time.perf_counter()
        count = sum(sst[step].size for step in range(sst.shape[0]))
        return count * 4 / 1e6 / (time.perf_counter() - begin)


def ours(core, path, backend, runs):
    """Reads step by step with one library; returns (library in use, MB/s read, MB/s inflated) of each run."""
    lines = subprocess.run(
        ["taskset", "-c", str(core), str(HERE / "program.sh"), "DecodeRun", str(path), "sst", str(runs)],
        env=os.environ | {"SHOAL_INFLATE": backend, "SHOAL_MEMORY": "2g"},
        check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout.splitlines()
    return [(name, float(read), float(inflated)) for name, read, inflated in map(str.split, lines)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--steps", type=int, default=64, help="of 16 MiB")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--core", type=int, default=0)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    path = arguments.work / f"thousandths-{arguments.steps}.nc"
    make(path, arguments.steps)
    ratio = arguments.steps * SIDE * SIDE * 4 / path.stat().st_size
    print(f"{arguments.steps * SIDE * SIDE * 4 / 1e6:.0f} MB of values, deflated {ratio:.2f} to 1; core "
          f"{arguments.core}; medians of {arguments.runs}")
    results = measure(arguments, path)
    netcdf = statistics.median(results.pop("netCDF4-python"))
    print(f"\n| reader | MB/s | to C netCDF | inflating alone, MB/s | part of that |\n|---|---|---|---|---|\n"
          f"| netCDF4-python | {netcdf:.0f} | 1.00 | | |")
    for name, runs in results.items():
        read, inflated = (statistics.median(run[i] for run in runs) for i in (0, 1))
        print(f"| Shoal, {name} | {read:.0f} | {read / netcdf:.2f} | {inflated:.0f} | {read / inflated:.2f} |")


def measure(arguments, path):
    """Runs all by turns; a Java process compiles on the same core while it reads, so of four runs the last two count."""
    results = {"netCDF4-python": []}
    peer_core = ["taskset", "-c", str(arguments.core), sys.executable, "-B", "-c",
                 "import decode, sys; print(decode.peer(sys.argv[1]))", str(path)]
    for turn in range(arguments.runs + 1):
        out = subprocess.run(peer_core, check=True, stdout=subprocess.PIPE, text=True,
                             cwd=HERE).stdout
        if turn > 0:
            results["netCDF4-python"].append(float(out))
        for backend in BACKENDS:
            for name, read, inflated in ours(arguments.core, path, backend, 4)[2:]:
                if turn > 0 and name == backend:
                    results.setdefault(name, []).append((read, inflated))
        print(f"turn {turn} done", file=sys.stderr)
    return results


if __name__ == "__main__":
    main()
