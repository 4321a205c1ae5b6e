"""Writes a seeded archive of a model's ocean on a tripolar grid as NEMO lays it out: curvilinear with corners, two columns that
come twice, five levels with land of their own, twelve times; and fields of the quarter-degree grid under changing clouds."""

import pathlib

import netCDF4
import numpy as np

import cube
from archive import SEED

ROWS, COLUMNS, TWICE = 1021, 1440, 2
BELT_ROWS, SOUTH, JOIN = 861, -74.0, 62.0
FLATTEST = 0.55
LEVELS = (0.5, 50.0, 200.0, 600.0, 1062.0)
LAND = (0.27, 0.35, 0.45, 0.60, 0.74)
TIMES = 12


def node(row, column):
    """Latitude and longitude of grid lines: a belt of circles of latitude, then ellipses in the polar stereographic plane that
    flatten to the line between two poles on land."""
    lon = np.deg2rad(column * 360.0 / COLUMNS)
    belt = SOUTH + (JOIN - SOUTH) * row / BELT_ROWS
    share = np.clip((row - BELT_ROWS) / (ROWS - BELT_ROWS), 0, 1)
    radius = np.tan(np.deg2rad(90 - JOIN) / 2)
    x = radius * (1 - share * (1 - FLATTEST)) * np.cos(lon)
    y = radius * (1 - share) * np.sin(lon)
    cap_lat = 90 - np.rad2deg(2 * np.arctan(np.hypot(x, y)))
    cap_lon = np.rad2deg(np.arctan2(y, x))
    inside = row > BELT_ROWS
    return np.where(inside, cap_lat, belt), np.where(inside, cap_lon, np.rad2deg(lon))


def grid():
    """Points (y, x) and corners (y, x, 4) in degrees; the first column comes again before the last but one, as in NEMO."""
    row, column = np.meshgrid(np.arange(ROWS) + 0.5, np.arange(COLUMNS + TWICE) + 0.5, indexing="ij")
    lat, lon = node(row, column)
    corners = [node(row + dy, column + dx) for dy, dx in ((-0.5, -0.5), (-0.5, 0.5), (0.5, 0.5), (0.5, -0.5))]
    return lat, lon, np.stack([c[0] for c in corners], -1), np.stack([c[1] for c in corners], -1)


def bumps(lat, lon, seed, waves=40):
    random = np.random.default_rng([SEED, seed])
    sphere = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], -1)
    total = np.zeros(lat.shape)
    for _ in range(waves):
        direction = random.standard_normal(3)
        total += np.sin(sphere @ (direction * random.uniform(1, 6)) + random.uniform(0, 7))
    return total


def write_orca(path):
    lat, lon, lat_corners, lon_corners = grid()
    terrain = bumps(np.deg2rad(lat), np.deg2rad(lon), 1)
    with netCDF4.Dataset(path, "w") as out:
        out.Conventions = "CF-1.8"
        for name, length in (("time_counter", None), ("deptht", len(LEVELS)), ("y", ROWS), ("x", COLUMNS + TWICE), ("nvertex", 4)):
            out.createDimension(name, length)
        coordinate(out, "time_counter", "f8", ("time_counter",), np.arange(TIMES) + 0.5,
                   {"standard_name": "time", "units": "days since 2000-01-01", "calendar": "standard"})
        coordinate(out, "deptht", "f4", ("deptht",), LEVELS, {"standard_name": "depth", "units": "m", "positive": "down"})
        coordinate(out, "nav_lat", "f8", ("y", "x"), lat,
                   {"standard_name": "latitude", "units": "degrees_north", "bounds": "bounds_lat"})
        coordinate(out, "nav_lon", "f8", ("y", "x"), lon,
                   {"standard_name": "longitude", "units": "degrees_east", "bounds": "bounds_lon"})
        coordinate(out, "bounds_lat", "f8", ("y", "x", "nvertex"), lat_corners, {})
        coordinate(out, "bounds_lon", "f8", ("y", "x", "nvertex"), lon_corners, {})
        values = out.createVariable("thetao", "f4", ("time_counter", "deptht", "y", "x"), fill_value=np.float32(1e20),
                                    zlib=True, complevel=4, shuffle=True, chunksizes=(1, 1, 511, 721))
        values.set_auto_maskandscale(False)
        values.setncatts({"standard_name": "sea_water_potential_temperature", "units": "degree_Celsius",
                          "coordinates": "nav_lat nav_lon", "cell_methods": "area: mean time: mean"})
        for time in range(TIMES):
            random = np.random.default_rng([SEED, 2, time])
            for level, depth in enumerate(LEVELS):
                field = 30 * np.exp(-depth / 400) * np.cos(np.deg2rad(lat)) ** 2 - 2 + np.sin(0.1 * time + np.deg2rad(12 * lon))
                field += 0.01 * random.standard_normal(field.shape)
                field[:, COLUMNS:] = field[:, :TWICE]
                field[terrain < np.quantile(terrain, LAND[level])] = 1e20
                values[time, level] = field.astype("f4")


def write_clouds(path):
    with netCDF4.Dataset(path, "w") as out:
        out.Conventions = "CF-1.8"
        for name, length in (("time", None), ("lat", cube.ROWS), ("lon", cube.COLUMNS)):
            out.createDimension(name, length)
        coordinate(out, "time", "f8", ("time",), np.arange(15) + 0.5, {"standard_name": "time", "units": "days since 2000-01-01"})
        lat = -89.875 + 0.25 * np.arange(cube.ROWS)
        lon = 0.125 + 0.25 * np.arange(cube.COLUMNS)
        coordinate(out, "lat", "f4", ("lat",), lat, {"standard_name": "latitude", "units": "degrees_north"})
        coordinate(out, "lon", "f4", ("lon",), lon, {"standard_name": "longitude", "units": "degrees_east"})
        sst = out.createVariable("sst", "f4", ("time", "lat", "lon"), fill_value=np.float32(1e20))
        sst.set_auto_maskandscale(False)
        sst.setncatts({"standard_name": "sea_surface_temperature", "units": "degree_Celsius"})
        y, x = np.meshgrid(np.deg2rad(lat), np.deg2rad(lon), indexing="ij")
        for time in range(15):
            field = cube.field(time, 0.5)
            field[bumps(y, x, 100 + time, 12) > 2] = 1e20
            sst[time] = field


def coordinate(out, name, kind, dimensions, values, attributes):
    variable = out.createVariable(name, kind, dimensions)
    variable.setncatts(attributes)
    variable[:] = values


def make(folder):
    """Makes the files where they are not there yet: the quarter-degree archive, the tripolar file, the clouds."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    cube.make(folder / "quarter", 60)
    for path, write in ((folder / "orca.nc", write_orca), (folder / "clouds.nc", write_clouds)):
        if not path.exists():
            part = path.with_suffix(".part")
            write(part)
            part.rename(path)
    return folder / "quarter", folder / "orca.nc", folder / "clouds.nc"
