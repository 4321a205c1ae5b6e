"""Makes small files to be regridded, and looks at what came of them with xarray, netCDF4 and zarr."""

import sys

import netCDF4
import numpy
import xarray

STEPS, LEVELS, ROWS, COLUMNS = 4, 3, 36, 72


def axes(file):
    for name, length in (("time", None), ("depth", LEVELS), ("lat", ROWS), ("lon", COLUMNS), ("nv", 2)):
        file.createDimension(name, length)
    lat = file.createVariable("lat", "f8", ("lat",))
    lat.units, lat.bounds = "degrees_north", "lat_bounds"
    lat[:] = -87.5 + 5 * numpy.arange(ROWS)
    bounds = file.createVariable("lat_bounds", "f8", ("lat", "nv"))
    bounds[:] = numpy.stack([lat[:] - 2.5, lat[:] + 2.5], 1)
    lon = file.createVariable("lon", "f8", ("lon",))
    lon.units = "degrees_east"
    lon[:] = 2.5 + 5 * numpy.arange(COLUMNS)


def along(file, first):
    time = file.createVariable("time", "i4", ("time",))
    time.units, time.calendar, time.bounds = "hours since 2001-01-01 00:00", "noleap", "time_bnds"
    time.long_name = "hour of the model"
    time[:] = first + numpy.arange(STEPS)
    bounds = file.createVariable("time_bnds", "f8", ("time", "nv"))
    bounds[:] = numpy.stack([time[:] - 0.5, time[:] + 0.5], 1)
    depth = file.createVariable("depth", "f4", ("depth",))
    depth.units, depth.positive, depth.axis, depth.bounds = "m", "down", "Z", "depth_bnds"
    depth[:] = [0, 10, 50]
    bounds = file.createVariable("depth_bnds", "f4", ("depth", "nv"))
    bounds[:] = [[0, 5], [5, 25], [25, 70]]
    critical = file.createVariable("hc", "f8")
    critical.long_name = "critical depth"
    critical[:] = 20


def fields(file, random):
    temp = file.createVariable("temp", "f8", ("time", "depth", "lat", "lon"), fill_value=-999.0)
    temp.units, temp.standard_name, temp.cell_methods = "degC", "sea_water_temperature", "time: mean"
    values = random.normal(12, 3, (STEPS, LEVELS, ROWS, COLUMNS))
    values[:, 1, :5] = -999
    values[:, 2, 10:20, 30:50] = -999
    temp[:] = values
    open_sea = file.createVariable("open_sea", "f8", ("time", "lat", "lon"))
    open_sea.units = "m"
    open_sea[:] = random.normal(0, 1, (STEPS, ROWS, COLUMNS))
    narrow = file.createVariable("narrow", "f4", ("time", "lat", "lon"), fill_value=numpy.float32(-1))
    narrow.units = "kg"
    narrow[:] = random.uniform(1, 2, (STEPS, ROWS, COLUMNS))
    empty = file.createVariable("empty", "f4", ("time", "lat", "lon"), fill_value=numpy.float32(-1))
    empty.units = "kg"
    empty[:] = -1
    ice = file.createVariable("ice_class", "i1", ("time", "lat", "lon"))
    ice.flag_values, ice.flag_meanings = numpy.array([0, 1, 2], "i1"), "open thin thick"
    ice[:] = random.integers(0, 3, (STEPS, ROWS, COLUMNS))


def make(folder):
    random = numpy.random.default_rng(20240611)
    for part in range(2):
        with netCDF4.Dataset(f"{folder}/part{part}.nc", "w") as file:
            axes(file)
            along(file, part * STEPS)
            fields(file, random)
            file.Conventions, file.history, file.institution = "CF-1.6", "created", "Here"


def opened(path):
    return xarray.open_zarr(path) if path.endswith(".zarr") else xarray.open_dataset(path)


def same(one, other, tolerance, *names):
    """Compares values, missing ones with missing ones; of cells without a value there are as many in both."""
    a, b = opened(one), opened(other)
    for name in names or a.data_vars:
        left, right = a[name].values, b[name].values
        if left.dtype.kind != "f":
            assert numpy.array_equal(left, right), name
            continue
        assert left.shape == right.shape, (name, left.shape, right.shape)
        assert numpy.array_equal(numpy.isnan(left), numpy.isnan(right)), (name, numpy.isnan(left).sum())
        worst = numpy.nanmax(numpy.abs(left - right), initial=0)
        assert worst <= float(tolerance), (name, worst)
    print("same")


def tell(path):
    data = opened(path)
    print("dims", *(f"{name}={length}" for name, length in sorted(data.sizes.items())))
    print("variables", *sorted(data.variables))
    print("time", data.time.encoding["units"], data.time.encoding["calendar"], data.time.attrs.get("long_name"))
    print("levels", *data.depth.values, data.depth.attrs["positive"])
    print("methods", data.temp.attrs["cell_methods"], "|", data.temp.attrs["units"])
    print("ice", *numpy.unique(data.ice_class.values), data.ice_class.encoding["dtype"])
    print("empty", int(numpy.isnan(data["empty"].values).sum()))
    print("history", data.attrs["history"].split("\n")[-1], data.attrs["institution"], data.attrs["Conventions"])
    print("bounds", data.lat_bnds.values[0].tolist(), float(data.hc))


def dims(path):
    data = opened(path)
    print(*(f"{name}={length}" for name, length in sorted(data.sizes.items())), data.temp.shape, list(data.coords))


{"make": make, "same": same, "tell": tell, "dims": dims}[sys.argv[1]](*sys.argv[2:])
