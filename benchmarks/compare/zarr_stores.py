"""What the comparisons of Zarr stores share: the archives, both programs as whole processes, equal values."""

import shutil
import sys

import numpy as np
import xarray

import cube
from measured import run
from sides import HERE


# What both sides do to a chunk: Zstandard as its users know it, so that the peer need not divide chunks into blocks.
CODEC = "shuffle,zstd:3"


class Stores:
    """Archives below one folder that all comparisons share, and a scratch store for each side."""

    def __init__(self, arguments):
        self.work, self.shoal, self.cores = arguments.work, arguments.shoal, arguments.cores
        self.archives = arguments.work.parent / "zarr"

    def archive(self, steps):
        folder = self.archives / f"cube-{steps}"
        cube.make(folder, steps)
        return folder

    def clear(self, name):
        store = self.work / name
        shutil.rmtree(store, ignore_errors=True)
        return store

    def whole(self, name, command, steps, source=None):
        """Runs a whole process over the first fourth of the steps and over all of them; the store of all stays.

        What it takes to start, whichever way the work then goes, is what is left when the difference is taken for three
        fourths of the work: one step alone is done by Shoal without Spark.
        """
        source = source or self.archive
        part = max(1, steps // 4)
        taken = []
        for count in (part, steps):
            inputs = source(count)
            taken.append(run(command(inputs, self.clear(name)), self.work / f"{name}.log"))
        short, everything = taken
        share = steps / (steps - part)
        work = (everything.wall_seconds - short.wall_seconds) * share
        cpu = (everything.cpu_seconds - short.cpu_seconds) * share
        return {"all": everything.wall_seconds, "start": everything.wall_seconds - work, "cpu": everything.cpu_seconds,
                "start cpu": everything.cpu_seconds - cpu, "peak MB": everything.peak_bytes / 1e6}

    def send(self, chunks):
        """Shoal's command that makes a store of an archive."""
        lengths = ",".join(f"{name}={length}" for name, length in chunks.items())
        return lambda archive, store: [self.shoal, "zarr", "send", str(store), "-f", str(archive), "--chunks", lengths,
                                       "--codec", CODEC, "--data", str(self.work / "data")]

    def rechunk(self, chunks):
        """Shoal's command that makes a store of a store."""
        lengths = ",".join(f"{name}={length}" for name, length in chunks.items())
        return lambda source, store: [self.shoal, "zarr", "rechunk", str(source), str(store), "--chunks", lengths,
                                      "--codec", CODEC, "--data", str(self.work / "data")]

    def dask(self, chunks, scheduler="threads"):
        """The peer's command that makes a store of an archive."""
        lengths = ",".join(map(str, chunks.values()))
        return lambda archive, store: [sys.executable, "-B", str(HERE / "zarr_peer.py"), "send", str(store), str(archive),
                                       "--chunks", lengths, "--scheduler", scheduler, "--workers", str(self.cores)]


def require_equal(one, other, step):
    """Refuses stores whose values differ by a bit, NaN where the other has NaN."""
    with xarray.open_zarr(one, chunks=None) as a, xarray.open_zarr(other, chunks=None) as b:
        for name in ("time", "lat", "lon"):
            if not np.array_equal(a[name].values, b[name].values):
                raise SystemExit(f"Cannot compare: {name} differs between {one} and {other}.")
        if a.sst.shape != b.sst.shape:
            raise SystemExit(f"Cannot compare: {one} has shape {a.sst.shape} and {other} {b.sst.shape}.")
        for begin in range(0, a.sizes["time"], step):
            x, y = (data.sst[begin:begin + step].values for data in (a, b))
            if not np.array_equal(x, y, equal_nan=True):
                raise SystemExit(f"Cannot compare: values of {one} and {other} differ from step {begin} on.")
    print(f"{one} and {other} hold the same values", file=sys.stderr)
