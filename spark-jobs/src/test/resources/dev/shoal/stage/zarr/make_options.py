"""Makes files as ocean models write them: make_options.py FOLDER. Five of two steps, and a grid file mesh.nc."""
import sys

import netCDF4
import numpy as np

folder = sys.argv[1]
ROWS, COLUMNS = 6, 9
LON = np.linspace(-20, -4, COLUMNS)[None, :] + np.zeros((ROWS, 1))
LAT = np.linspace(40, 50, ROWS)[:, None] + np.zeros((1, COLUMNS))

with netCDF4.Dataset(f"{folder}/mesh.nc", "w") as file:
    for name, length in (("t", 1), ("y", ROWS), ("x", COLUMNS)):
        file.createDimension(name, length)
    for name, values in (("glamt", LON), ("gphit", LAT)):
        file.createVariable(name, "f8", ("t", "y", "x"))[0] = values

for number in range(5):
    with netCDF4.Dataset(f"{folder}/model-{number}.nc", "w") as file:
        file.title = "Model"
        file.createDimension("time_counter", None)
        for name, length in (("y", ROWS), ("x", COLUMNS), ("letters", 4), ("deptht", 3)):
            file.createDimension(name, length)
        time = file.createVariable("time_counter", "f8", ("time_counter",))
        time.units = "seconds since 1900-01-01 00:00:00"
        time.calendar = "gregorian"
        time[:] = 3600.0 * (2 * number + np.arange(2))
        for name in ("nav_lon", "nav_lat"):
            file.createVariable(name, "f4", ("y", "x"))[:] = 0 if number % 2 else -1
        sst = file.createVariable("tos", "f4", ("time_counter", "y", "x"), zlib=True, fill_value=np.float32(1e20))
        sst.coordinates = "nav_lon nav_lat"
        values = np.arange(2 * ROWS * COLUMNS, dtype="f4").reshape(2, ROWS, COLUMNS) + 1000 * number
        values[:, 0, :2] = np.float32(1e20)
        sst[:] = values
        packed = file.createVariable("sal", "i2", ("time_counter", "y", "x"), zlib=True, fill_value=-1)
        packed.scale_factor = 0.5 if number < 2 else 0.25
        packed.add_offset = 30.0
        packed.set_auto_maskandscale(False)
        packed[:] = (np.arange(2 * ROWS * COLUMNS).reshape(2, ROWS, COLUMNS) % 50 - 1).astype("i2")
        word = file.createVariable("word", "S1", ("time_counter", "letters"))
        word[:] = np.array([list("a%03d" % (2 * number + step)) for step in range(2)], "S1")
        count = file.createVariable("count", "i4", ("time_counter",))
        count[:] = 2 * number + np.arange(2)
        group = file.createGroup("bio")
        chl = group.createVariable("chl", "f8", ("time_counter", "deptht"))
        chl[:] = 10 * number + np.arange(6).reshape(2, 3)
