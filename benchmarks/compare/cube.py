"""Writes a seeded archive of sea-surface temperature as models give it: netCDF-4, fifteen steps a file, single precision, NaN
on land, storage chunks of a quarter of a step, shuffled and deflated to two fifths. What is longer than a year and a third
holds the same fields again, at other times."""

import multiprocessing
import pathlib
import shutil

import netCDF4
import numpy as np

from archive import COLUMNS, ROWS
from levels import FILL, field

CHUNK = (1, 360, 720)
STEPS_IN_FILE = 15
DIFFERENT = 480


def write(steps, path):
    with netCDF4.Dataset(path, "w") as out:
        out.Conventions = "CF-1.8"
        for name, length in (("time", None), ("lat", ROWS), ("lon", COLUMNS)):
            out.createDimension(name, length)
        for name, kind, values, attributes in (
                ("time", "f8", np.array(steps) + 0.5, {"standard_name": "time", "units": "days since 2000-01-01"}),
                ("lat", "f4", -89.875 + 0.25 * np.arange(ROWS), {"standard_name": "latitude", "units": "degrees_north"}),
                ("lon", "f4", 0.125 + 0.25 * np.arange(COLUMNS), {"standard_name": "longitude", "units": "degrees_east"})):
            coordinate = out.createVariable(name, kind, (name,), chunksizes=(512,) if name == "time" else None)
            coordinate.setncatts(attributes)
            coordinate[:] = values
        sst = out.createVariable("sst", "f4", ("time", "lat", "lon"), fill_value=np.float32("nan"),
                                 zlib=True, complevel=4, shuffle=True, chunksizes=CHUNK)
        sst.set_auto_maskandscale(False)
        sst.setncatts({"standard_name": "sea_surface_temperature", "units": "degree_Celsius"})
        for at, step in enumerate(steps):
            values = field(step, 0.5)
            values[values == FILL] = np.nan
            sst[at] = values


def write_if_absent(task):
    steps, path = task
    if not path.exists():
        part = path.with_suffix(".part")
        write(steps, part)
        part.rename(path)


def copy_if_absent(task):
    """The fields of a file of the first 480 steps, at later times."""
    source, first, path = task
    if not path.exists():
        part = path.with_suffix(".part")
        shutil.copyfile(source, part)
        with netCDF4.Dataset(part, "r+") as out:
            out["time"][:] = first + 0.5 + np.arange(len(out["time"]))
        part.rename(path)


def file(folder, first):
    return folder / f"sst_{first:05d}.nc"


def make(folder, steps, steps_in_file=STEPS_IN_FILE, first=0):
    """Makes the archive where it is not there yet."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    starts = range(first, first + steps, steps_in_file)
    with multiprocessing.Pool() as pool:
        pool.map(write_if_absent, [
            (list(range(start, min(first + steps, start + steps_in_file))), file(folder, start))
            for start in starts if start < DIFFERENT], chunksize=1)
        pool.map(copy_if_absent, [
            (file(folder, start % DIFFERENT), start, file(folder, start)) for start in starts if start >= DIFFERENT],
            chunksize=1)


def decoded_bytes(steps):
    """Bytes of the values once they are decoded."""
    return steps * ROWS * COLUMNS * 4
