"""Makes daily netCDF-4 files: make_days.py FOLDER FIRST_DAY DAYS_PER_FILE FILES [units of time] [scale] [added]."""
import sys

import netCDF4
import numpy as np

folder, first, days, files = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
units = sys.argv[5] if len(sys.argv) > 5 else "days since 2020-01-01"
scale = float(sys.argv[6]) if len(sys.argv) > 6 else 0.01
more = float(sys.argv[7]) if len(sys.argv) > 7 else 0.0
ROWS, COLUMNS = 13, 17


def field(day):
    values = 10 + more + 0.01 * ((np.arange(ROWS * COLUMNS).reshape(ROWS, COLUMNS) * 7 + day * 31) % 1000)
    values[0, :3] = np.nan
    return values


for number in range(files):
    start = first + number * days
    with netCDF4.Dataset(f"{folder}/day-{start:04d}.nc", "w") as file:
        file.title = "Days"
        file.createDimension("time", None)
        file.createDimension("bnds", 2)
        file.createDimension("lat", ROWS)
        file.createDimension("lon", COLUMNS)
        time = file.createVariable("time", "f8", ("time",))
        time.units = units
        time.calendar = "standard"
        time.bounds = "time_bnds"
        bounds = file.createVariable("time_bnds", "f8", ("time", "bnds"))
        lat = file.createVariable("lat", "f4", ("lat",))
        lat.units = "degrees_north"
        lon = file.createVariable("lon", "f4", ("lon",))
        lon.units = "degrees_east"
        area = file.createVariable("area", "f4", ("lat", "lon"))
        crs = file.createVariable("crs", "i4", ())
        crs.grid_mapping_name = "latitude_longitude"
        sst = file.createVariable("sst", "i2", ("time", "lat", "lon"), zlib=True, chunksizes=(1, 5, 17), fill_value=-999)
        sst.scale_factor = scale
        sst.add_offset = 5.0
        sst.units = "degree_Celsius"
        sst.grid_mapping = "crs"
        chl = file.createVariable("chl", "f4", ("time", "lat", "lon"), zlib=True, chunksizes=(2, 13, 17))
        chl.units = "mg m-3"
        steps = np.arange(start, start + days)
        dates = [netCDF4.num2date(step, "days since 2020-01-01") for step in steps]
        time[:] = netCDF4.date2num(dates, units)
        ends = [netCDF4.num2date(step + 1, "days since 2020-01-01") for step in steps]
        bounds[:] = np.stack([netCDF4.date2num(dates, units), netCDF4.date2num(ends, units)], axis=1)
        lat[:] = np.linspace(-60, 60, ROWS)
        lon[:] = np.linspace(0, 340, COLUMNS)
        area[:] = np.arange(ROWS * COLUMNS).reshape(ROWS, COLUMNS)
        crs[...] = 7
        for at, step in enumerate(steps):
            sst[at] = np.ma.masked_invalid(field(step))
            chl[at] = np.nan_to_num(field(step), nan=np.nan) * 2
