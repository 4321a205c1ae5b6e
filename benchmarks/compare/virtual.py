"""Virtual stores: whole processes by turns over the same files, and one commit of references that were made up."""

import argparse
import importlib.util
import multiprocessing
import os
import pathlib
import shutil
import sys

import netCDF4
import numpy as np

from measured import run
from s3_requests import NOT_COUNTED, counted, server_jar
from sides import HERE, PROGRAM, by_turns, keep, lines, median, table

CHUNKS = (10, 10)
CELLS = (100, 200)
SAMPLE = 25


def make(folder, count):
    """Makes daily files of 10 x 10 chunks, and of what coordinates grids have."""
    if folder.exists() and len(list(folder.glob("*.nc"))) == count:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with multiprocessing.Pool() as pool:
        pool.starmap(make_one, [(folder, day) for day in range(count)])


def make_one(folder, day):
    random = np.random.default_rng(day)
    with netCDF4.Dataset(folder / f"sst-{day:05d}.nc", "w") as nc:
        for name, length in (("time", None), ("lat", CELLS[0]), ("lon", CELLS[1])):
            nc.createDimension(name, length)
        for name, values in (("time", [day]), ("lat", np.linspace(-60, 60, CELLS[0])), ("lon", np.arange(CELLS[1]) * 1.8)):
            nc.createVariable(name, "f8", (name,))[:] = values
        nc["time"].units = "days since 1990-01-01"
        sst = nc.createVariable("sst", "i2", ("time", "lat", "lon"), zlib=True, fill_value=-32768,
                                chunksizes=(1, CELLS[0] // CHUNKS[0], CELLS[1] // CHUNKS[1]))
        sst.scale_factor = 0.01
        sst[:] = random.integers(0, 3000, (1, *CELLS)) / 100


def open_references(references):
    """Opens references as fsspec and zarr do: numbers as they are stored."""
    import fsspec
    import zarr
    return zarr.open_group(fsspec.get_mapper("reference://", fo=str(references)), mode="r")


def require_same_values(references, paths, sample):
    """Compares values read through the references with those of a sample of the files."""
    group = open_references(references)
    if group["sst"].shape != (len(paths), *CELLS):
        raise SystemExit(f"Cannot compare: {references} has shape {group['sst'].shape}, expected {len(paths)} files.")
    for at in sorted({int(number) for number in np.linspace(0, len(paths) - 1, sample)}):
        with netCDF4.Dataset(paths[at]) as nc:
            nc.set_auto_maskandscale(False)
            same = np.array_equal(group["sst"][at], nc["sst"][0]) and group["time"][at] == nc["time"][0]
            same &= all(np.array_equal(group[name][:], nc[name][:]) for name in ("lat", "lon"))
        if not same:
            raise SystemExit(f"Cannot compare: {references} has other values at step {at} than {paths[at]}.")
    print(f"{references}: the values of {sample} of {len(paths)} files are theirs", file=sys.stderr)


class Stores:
    def __init__(self, arguments):
        self.work, self.shoal = arguments.work, arguments.shoal
        self.all, self.few = self.work / f"archive-{arguments.files}", self.work / "archive-1"
        self.files = sorted(self.all.glob("*.nc"))

    def whole(self, command, log):
        everything, one = (run(command(folder), self.work / log) for folder in (self.all, self.few))
        return {"all": everything.wall_seconds, "start": one.wall_seconds, "cpu": everything.cpu_seconds,
                "memory": everything.peak_bytes / 2**20}

    def command(self, folder, name):
        for found in self.work.glob("refs*"):
            shutil.rmtree(found) if found.is_dir() else found.unlink()
        return [self.shoal, "zarr", "virtualise", str(folder), "--data", str(self.work / "data"), "--output",
                name.replace("refs", str(self.work / "refs"))]

    def virtualise(self, name):
        return lambda: self.whole(lambda folder: self.command(folder, name), "shoal.log")

    def peer(self, kind, name):
        return lambda: self.whole(
            lambda folder: [sys.executable, "-B", str(HERE / "references_peer.py"), kind, str(folder), str(self.work / name)],
            f"{kind}.log")

    def check(self):
        """Both sides' references lead to the files' own values."""
        run(self.command(self.all, "refs.json"), self.work / "shoal.log")
        require_same_values(self.work / "refs.json", self.files, SAMPLE)
        run([sys.executable, "-B", str(HERE / "references_peer.py"), "like-kerchunk", str(self.all),
             str(self.work / "peer.json")], self.work / "peer.log")
        require_same_values(self.work / "peer.json", self.files, SAMPLE)

    def requests(self, jar, count):
        def virtualise(conf):
            options = " ".join(f"'-Dspark.hadoop.{key}={value}'" for key, value in conf.items())
            run(self.command("s3a://sst/", "refs.json"), self.work / "s3.log", {**os.environ, "JAVA_TOOL_OPTIONS": options})
        return counted(jar, self.work, "sst", self.files[:count], virtualise)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shoal", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--commit-files", type=int, default=5000)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    make(arguments.work / f"archive-{arguments.files}", arguments.files)
    make(arguments.work / "archive-1", 1)
    stores = Stores(arguments)
    stores.check()
    sides = [("shoal, JSON", stores.virtualise("refs.json")), ("shoal, Parquet", stores.virtualise("refs.parquet")),
             ("shoal, Icechunk", stores.virtualise("icechunk:refs.repo")),
             ("h5py, like kerchunk's JSON", stores.peer("like-kerchunk", "peer.json"))]
    if importlib.util.find_spec("kerchunk"):
        sides.append(("kerchunk, JSON", stores.peer("kerchunk", "kerchunk.json")))
    results = by_turns(arguments.runs, sides)
    keep(arguments.work, results)
    rows = [[name, *(f"{median(runs, key):.1f}" for key in ("all", "start", "cpu", "memory"))]
            for name, runs in results.items()]
    print(f"{arguments.files} files of {CHUNKS[0] * CHUNKS[1]} chunks, {os.cpu_count()} cores; medians of {arguments.runs}\n")
    print(table(["program", "s", "one file s", "processor s", "MB"], rows))
    print("\nMB: the most that the processes of a program held at a time; pages that several share count in each.")
    for module in ("kerchunk", "virtualizarr"):
        if not importlib.util.find_spec(module):
            print(f"{module}: not installed here, left out; Debian has no package of it")
    print_requests(stores, arguments)
    print_commit(arguments)


def print_requests(stores, arguments):
    jar = server_jar(arguments.shoal)
    if not jar:
        print(NOT_COUNTED)
        return
    number = min(200, arguments.files)
    asked = stores.requests(jar, number)
    print(f"requests of {number} files on S3: {dict(asked)}, {sum(asked.values()) / number:.2f} a file")


def print_commit(arguments):
    repository = arguments.work / "made-up.repo"
    shutil.rmtree(repository, ignore_errors=True)
    commit = lines([PROGRAM, "VirtualCommitTimes", "--files", str(arguments.commit_files), str(repository)],
                   arguments.work / "commit.log", {**os.environ, "SHOAL_MEMORY": "1500m"})[-1]
    shutil.rmtree(repository, ignore_errors=True)
    print(f"\ncommit of {commit['references']} references: {commit['seconds']:.0f} s (to reach 300), {commit['cpuSeconds']:.0f}"
          f" s of processors, {commit['peakBytes'] / 2**20:.0f} MB of memory (to stay under 2048), manifests of"
          f" {commit['manifestBytes'] / 2**20:.0f} MB")


if __name__ == "__main__":
    main()
