"""Writes a seeded archive of daily sea-surface temperature as OISST lays it out: netCDF-4, one day a file, hundredths
of a degree in 16 bits with a fill value on land, one storage chunk a day, shuffled and deflated."""

import multiprocessing
import pathlib

import netCDF4
import numpy as np

ROWS, COLUMNS = 720, 1440
FILL = -999
SEED = 20260101


def field(day):
    """One day: zonal bands, a season, drifting eddies, noise of a sensor, continents."""
    random = np.random.default_rng([SEED, day])
    lat = np.deg2rad(-89.875 + 0.25 * np.arange(ROWS))[:, None]
    lon = np.deg2rad(0.125 + 0.25 * np.arange(COLUMNS))[None, :]
    season = 3 * np.sin(lat) * np.cos(2 * np.pi * (day - 220) / 365)
    eddies = 0.8 * np.sin(18 * lat + 0.04 * day) * np.cos(25 * lon - 0.06 * day)
    sst = 30 * np.cos(lat) ** 2 - 2 + season + eddies + 0.05 * random.standard_normal((ROWS, COLUMNS))
    packed = np.rint(np.clip(sst, -3, 45) * 100).astype("i2")
    land = np.sin(3 * lon + 1) * np.cos(2 * lat) + 0.3 * np.sin(11 * lon) * np.sin(9 * lat) > 0.55
    packed[land] = FILL
    return packed


def write(days, path, chunk):
    with netCDF4.Dataset(path, "w") as out:
        out.Conventions = "CF-1.8"
        out.createDimension("time", len(days))
        out.createDimension("lat", ROWS)
        out.createDimension("lon", COLUMNS)
        time = out.createVariable("time", "f8", ("time",))
        time.setncatts({"standard_name": "time", "units": "days since 2000-01-01", "calendar": "standard"})
        time[:] = np.array(days) + 0.5
        lat = out.createVariable("lat", "f4", ("lat",))
        lat.setncatts({"standard_name": "latitude", "units": "degrees_north"})
        lat[:] = -89.875 + 0.25 * np.arange(ROWS)
        lon = out.createVariable("lon", "f4", ("lon",))
        lon.setncatts({"standard_name": "longitude", "units": "degrees_east"})
        lon[:] = 0.125 + 0.25 * np.arange(COLUMNS)
        sst = out.createVariable(
            "sst", "i2", ("time", "lat", "lon"), fill_value=np.int16(FILL),
            zlib=True, complevel=4, shuffle=True, chunksizes=(1, *chunk))
        sst.set_auto_maskandscale(False)
        sst.setncatts({"standard_name": "sea_surface_temperature", "units": "degree_Celsius"})
        sst.scale_factor = np.float32(0.01)
        for step, day in enumerate(days):
            sst[step] = field(day)


def write_if_absent(task):
    days, path, chunk = task
    if not path.exists():
        part = path.with_suffix(".part")
        write(days, part, chunk)
        part.rename(path)


def make(folder, days, chunk=(ROWS, COLUMNS), days_in_file=1):
    """Makes the archive where it is not there yet, each day in storage chunks of so many rows and columns."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with multiprocessing.Pool() as pool:
        pool.map(write_if_absent, [
            (list(range(day, min(days, day + days_in_file))), folder / f"sst_{day:04d}.nc", chunk)
            for day in range(0, days, days_in_file)], chunksize=1)


def decoded_bytes(days):
    """Bytes of the values once they are floats."""
    return days * ROWS * COLUMNS * 4
