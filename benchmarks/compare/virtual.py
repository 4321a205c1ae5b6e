"""Virtual stores: whole processes by turns over the same files, and one commit of references that were made up."""

import argparse
import importlib.util
import json
import multiprocessing
import os
import pathlib
import shutil
import sys

import netCDF4
import numpy as np

from measured import run
from sides import PROGRAM, by_turns, keep, lines, median, table

CHUNKS = (10, 10)
CELLS = (100, 200)


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


def listed_by_h5py(path):
    """Returns how many chunks a file lists: less than what kerchunk does with it."""
    import h5py
    count = 0
    with h5py.File(path, "r") as file:
        for dataset in file.values():
            if dataset.chunks:
                count += sum(1 for at in range(dataset.id.get_num_chunks()) if dataset.id.get_chunk_info(at).size)
    return count


def peer(kind, folder, output):
    """Runs in a process of its own: lists chunks, or makes references of one variable with kerchunk."""
    paths = sorted(str(path) for path in pathlib.Path(folder).glob("*.nc"))
    with multiprocessing.Pool() as pool:
        if kind == "h5py":
            print(sum(pool.map(listed_by_h5py, paths, chunksize=50)))
            return
        singles = pool.map(single, paths, chunksize=50)
    from kerchunk.combine import MultiZarrToZarr
    combined = MultiZarrToZarr(singles, concat_dims=["time"], identical_dims=["lat", "lon"]).translate()
    pathlib.Path(output).write_text(json.dumps(combined))


def single(path):
    from kerchunk.hdf import SingleHdf5ToZarr
    return SingleHdf5ToZarr(path, inline_threshold=100).translate()


class Stores:
    def __init__(self, arguments):
        self.work, self.shoal = arguments.work, arguments.shoal
        self.all, self.few = self.work / f"archive-{arguments.files}", self.work / "archive-1"

    def whole(self, command, log):
        everything, one = (run(command(folder), self.work / log) for folder in (self.all, self.few))
        return {"all": everything.wall_seconds, "start": one.wall_seconds, "cpu": everything.cpu_seconds,
                "memory": everything.peak_bytes / 2**20}

    def virtualise(self, name):
        def command(folder):
            for found in self.work.glob("refs*"):
                shutil.rmtree(found) if found.is_dir() else found.unlink()
            return [self.shoal, "zarr", "virtualise", str(folder), "--output", name.replace("refs", str(self.work / "refs"))]
        return lambda: self.whole(command, "shoal.log")

    def python(self, kind):
        output = str(self.work / "refs-of-kerchunk.json")
        return lambda: self.whole(lambda folder: [sys.executable, "-B", __file__, "--peer", kind, str(folder), output],
                                  f"{kind}.log")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shoal", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--commit-files", type=int, default=5000)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    stores = Stores(arguments)
    make(stores.all, arguments.files)
    make(stores.few, 1)
    sides = [("shoal, Parquet", stores.virtualise("refs.parquet")), ("shoal, Icechunk", stores.virtualise("icechunk:refs.repo")),
             ("h5py, listing only", stores.python("h5py"))]
    if importlib.util.find_spec("kerchunk"):
        sides.append(("kerchunk, JSON", stores.python("kerchunk")))
    else:
        print("kerchunk: not installed, left out", file=sys.stderr)
    results = by_turns(arguments.runs, sides)
    keep(arguments.work, results)
    rows = [[name, *(f"{median(runs, key):.1f}" for key in ("all", "start", "cpu", "memory"))]
            for name, runs in results.items()]
    print(f"{arguments.files} files of {CHUNKS[0] * CHUNKS[1]} chunks, {os.cpu_count()} cores; medians of {arguments.runs}\n")
    print(table(["program", "s", "one file s", "processor s", "MB"], rows))
    repository = arguments.work / "made-up.repo"
    shutil.rmtree(repository, ignore_errors=True)
    commit = lines([PROGRAM, "VirtualCommitTimes", "--files", str(arguments.commit_files), str(repository)],
                   arguments.work / "commit.log", {**os.environ, "SHOAL_MEMORY": "1500m"})[-1]
    shutil.rmtree(repository, ignore_errors=True)
    print(f"\ncommit of {commit['references']} references: {commit['seconds']:.0f} s, {commit['cpuSeconds']:.0f} s of processors,"
          f" {commit['peakBytes'] / 2**20:.0f} MB of memory, manifests of {commit['manifestBytes'] / 2**20:.0f} MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peer"]:
        peer(*sys.argv[2:])
    else:
        main()
