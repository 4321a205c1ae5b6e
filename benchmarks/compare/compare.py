"""Runs both programs by turns over one archive, checks that they made the same values, and prints what they took."""

import argparse
import glob
import json
import os
import pathlib
import shutil
import statistics
import sys

import numpy as np
import xarray

import archive
from measured import run

HERE = pathlib.Path(__file__).resolve().parent
SPEC = """dataset: sst
source: {{paths: [{archive}], variables: [sst], kind: grids}}
output:
  path: {out}
  chunks: {{time: {chunks[0]}, lat: {chunks[1]}, lon: {chunks[2]}}}
  codec: zstd-3
"""


class Shoal:
    name = "shoal"

    def __init__(self, launcher, work, chunks):
        self.launcher, self.work, self.chunks = launcher, work / "shoal", chunks

    def clear(self):
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)

    def convert(self, source, log):
        """Makes the store; a second call finds all done, so it takes what starting up and looking takes."""
        spec = self.work / "spec.yaml"
        spec.write_text(SPEC.format(archive=source, out=self.work / "out", chunks=self.chunks))
        return run([self.launcher, "run", str(spec), "--data", str(self.work / "data")], log)

    def start(self, source, log):
        return self.convert(source, log)

    def store(self):
        [store] = glob.glob(str(self.work / "out" / "**" / ".zmetadata"), recursive=True)
        return os.path.dirname(store)


class Xarray:
    def __init__(self, scheduler, work, chunks):
        self.name = "xarray, " + scheduler
        self.scheduler, self.work = scheduler, work / ("xarray-" + scheduler)
        self.chunks = ",".join(map(str, chunks))

    def clear(self):
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)

    def convert(self, source, log, *more):
        return run(
            [sys.executable, "-B", str(HERE / "xarray_job.py"), str(source), self.store(), "--chunks", self.chunks,
             "--scheduler", self.scheduler, "--workers", str(os.cpu_count()), *more], log)

    def start(self, source, log):
        return self.convert(source, log, "--nothing")

    def store(self):
        return str(self.work / "sst.zarr")


def check_equal(one, other):
    """Refuses stores that differ: coordinates and holes at all, values by more than the last bit of a float."""
    a, b = (xarray.open_zarr(program.store(), chunks=None) for program in (one, other))
    if a.sst.encoding["chunks"] != b.sst.encoding["chunks"] or a.sst.dtype != b.sst.dtype:
        raise SystemExit(f"Cannot compare: chunks or types differ, {a.sst.encoding} and {b.sst.encoding}.")
    for name in ("time", "lat", "lon"):
        if not np.array_equal(a[name].values, b[name].values):
            raise SystemExit(f"Cannot compare: {name} differs between {one.name} and {other.name}.")
    step = a.sst.encoding["chunks"][0]
    different = 0
    for begin in range(0, a.sizes["time"], step):
        x, y = (data.sst[begin:begin + step].values for data in (a, b))
        wrong = (np.isnan(x) != np.isnan(y)) | (np.abs(x - y) > np.spacing(np.abs(x)))
        if wrong.any():
            raise SystemExit(f"Cannot compare: {wrong.sum()} values differ from step {begin} on.")
        different += int((x != y).sum() - np.isnan(x).sum())
    return different


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shoal", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--chunks", default="30,240,360", help="time,lat,lon of the store")
    parser.add_argument("--schedulers", default="threads,cluster", help="dask's, of threads,processes,cluster")
    arguments = parser.parse_args()
    chunks = [int(length) for length in arguments.chunks.split(",")]
    work = arguments.work
    work.mkdir(parents=True, exist_ok=True)
    year = work / f"archive-{arguments.days}"
    day = work / "archive-1"
    archive.make(day, 1)
    archive.make(year, arguments.days)
    programs = [Shoal(arguments.shoal, work, chunks)]
    programs += [Xarray(scheduler, work, chunks) for scheduler in arguments.schedulers.split(",")]
    results = measure(programs, year, day, arguments.runs, work)
    print(report(results, year, arguments.days))
    (work / "results.json").write_text(json.dumps(
        {name: {kind: [vars(one) for one in runs] for kind, runs in kinds.items()}
         for name, kinds in results.items()}, indent=1))


def measure(programs, source, day, runs, work):
    """Runs everything by turns; the first round warms the page cache and is not counted."""
    results = {program.name: {"start": [], "day": [], "all": []} for program in programs}
    for turn in range(runs + 1):
        for program in programs:
            log = work / (program.work.name + ".log")
            program.clear()
            one_day = program.convert(day, log)
            program.clear()
            everything = program.convert(source, log)
            start = program.start(source, log)
            if turn > 0:
                for kind, one in (("day", one_day), ("all", everything), ("start", start)):
                    results[program.name][kind].append(one)
            print(f"turn {turn} {program.name}: all {everything.wall_seconds:.1f} s, "
                  f"one day {one_day.wall_seconds:.1f} s, start {start.wall_seconds:.1f} s", file=sys.stderr)
        if turn == 0:
            for peer in programs[1:]:
                rounded = check_equal(programs[0], peer)
                print(f"{programs[0].name} and {peer.name} made the same store; {rounded} values differ, by one bit",
                      file=sys.stderr)
    return results


def report(results, source, days):
    decoded = archive.decoded_bytes(days) / 1e6
    stored = sum(file.stat().st_size for file in source.iterdir()) / 1e6
    lines = [
        f"{days} files, {stored:.0f} MB stored, {decoded:.0f} MB decoded; {os.cpu_count()} cores; medians",
        "",
        "| program | wall s | start s | one day s | MB/s after start | MB/s after one day | CPU s | peak MB | wall, Shoal = 1 |",
        "|---|---|---|---|---|---|---|---|---|"]
    first = None
    for name, kinds in results.items():
        wall, start, day = (statistics.median(one.wall_seconds for one in kinds[kind])
                            for kind in ("all", "start", "day"))
        first = first or wall
        cpu = statistics.median(one.cpu_seconds for one in kinds["all"])
        peak = statistics.median(one.peak_bytes for one in kinds["all"]) / 1e6
        lines.append(
            f"| {name} | {wall:.1f} | {start:.1f} | {day:.1f} | {rate(decoded, wall - start)} "
            f"| {rate(decoded, wall - day)} | {cpu:.1f} | {peak:.0f} | {wall / first:.2f} |")
    return "\n".join(lines)


def rate(megabytes, seconds):
    return f"{megabytes / seconds:.0f}" if seconds > 0 else "-"


if __name__ == "__main__":
    main()
