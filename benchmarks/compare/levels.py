"""Writes a seeded archive of daily ocean temperature on four levels: netCDF-4, one day a file, single precision, missing on
land, storage chunks of a quarter of a level, shuffled and deflated; it shrinks to a half, as model output does."""

import multiprocessing
import pathlib

import netCDF4
import numpy as np

from archive import COLUMNS, ROWS, SEED

DEPTHS = (0.5, 10.0, 50.0, 100.0)
CHUNK = (1, 1, 360, 720)
FILL = np.float32(1e20)


def field(day, depth):
    """One level of one day: zonal bands that fade with depth, a season, drifting eddies, turbulence, continents."""
    random = np.random.default_rng([SEED, day, int(10 * depth)])
    lat = np.deg2rad(-89.875 + 0.25 * np.arange(ROWS))[:, None]
    lon = np.deg2rad(0.125 + 0.25 * np.arange(COLUMNS))[None, :]
    season = 3 * np.exp(-depth / 60) * np.sin(lat) * np.cos(2 * np.pi * (day - 220) / 365)
    eddies = 0.8 * np.sin(18 * lat + 0.04 * day) * np.cos(25 * lon - 0.06 * day)
    value = 30 * np.exp(-depth / 400) * np.cos(lat) ** 2 - 2 + season + eddies
    value += 0.004 * random.standard_normal((ROWS, COLUMNS))
    value = value.astype("f4")
    land = np.sin(3 * lon + 1) * np.cos(2 * lat) + 0.3 * np.sin(11 * lon) * np.sin(9 * lat) > 0.55
    value[land] = FILL
    return value


def write(day, path):
    with netCDF4.Dataset(path, "w") as out:
        out.Conventions = "CF-1.8"
        for name, length in (("time", 1), ("depth", len(DEPTHS)), ("lat", ROWS), ("lon", COLUMNS)):
            out.createDimension(name, length)
        for name, kind, values, attributes in (
                ("time", "f8", day + 0.5, {"standard_name": "time", "units": "days since 2000-01-01"}),
                ("depth", "f4", DEPTHS, {"standard_name": "depth", "units": "m", "positive": "down"}),
                ("lat", "f4", -89.875 + 0.25 * np.arange(ROWS), {"standard_name": "latitude", "units": "degrees_north"}),
                ("lon", "f4", 0.125 + 0.25 * np.arange(COLUMNS), {"standard_name": "longitude", "units": "degrees_east"})):
            coordinate = out.createVariable(name, kind, (name,))
            coordinate.setncatts(attributes)
            coordinate[:] = values
        temperature = out.createVariable(
            "temperature", "f4", ("time", "depth", "lat", "lon"), fill_value=FILL,
            zlib=True, complevel=4, shuffle=True, chunksizes=CHUNK)
        temperature.set_auto_maskandscale(False)
        temperature.setncatts({"standard_name": "sea_water_temperature", "units": "degree_Celsius"})
        for level, depth in enumerate(DEPTHS):
            temperature[0, level] = field(day, depth)


def write_if_absent(task):
    day, path = task
    if not path.exists():
        part = path.with_suffix(".part")
        write(day, part)
        part.rename(path)


def make(folder, days):
    """Makes the archive where it is not there yet."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with multiprocessing.Pool() as pool:
        pool.map(write_if_absent, [(day, folder / f"levels_{day:04d}.nc") for day in range(days)], chunksize=1)


def decoded_bytes(days):
    """Bytes of the values as they are once the chunks are decoded."""
    return days * len(DEPTHS) * ROWS * COLUMNS * 4
