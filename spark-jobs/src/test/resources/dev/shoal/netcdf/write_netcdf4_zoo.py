"""Writes netCDF files of everything that netCDF4-python can write, into a folder: FOLDER/*.nc.

Left out because libnetcdf 4.9.0 reads them wrongly: cells of a second unlimited dimension that a variable does not hold,
texts of fixed length beyond one byte, and shapes of no element.
"""

import os
import sys
import warnings

import h5py
import netCDF4
import numpy as np

warnings.simplefilter("ignore")
folder = sys.argv[1]
random = np.random.default_rng(3)
NUMBERS = ("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8")


def create(name, **options):
    return netCDF4.Dataset(os.path.join(folder, name + ".nc"), "w", **{"format": "NETCDF4", **options})


def numbers(kind, shape):
    if kind[-2] == "f":
        return random.normal(size=shape).astype(kind)
    limits = np.iinfo(kind)
    return random.integers(limits.min, limits.max, size=shape, dtype=np.dtype(kind).newbyteorder("="), endpoint=True)


def plain(data, kinds=NUMBERS, **options):
    data.createDimension("time", None)
    data.createDimension("y", 7)
    data.createDimension("x", 11)
    for kind in kinds:
        kind = (">" if options.get("endian") == "big" else "<") + kind
        variable = data.createVariable("v_" + kind[1:], kind, ("time", "y", "x"), **options)
        variable[0:5] = numbers(kind[1:], (5, 7, 11))
        variable.units = "m"
        fixed = data.createVariable("fixed_" + kind[1:], kind, ("y", "x"), **options)
        fixed[...] = numbers(kind[1:], (7, 11))
        data.createVariable("scalar_" + kind[1:], kind)[...] = 3
        data.createVariable("unwritten_" + kind[1:], kind, ("time", "x"))
    letters = data.createVariable("letters", "S1", ("y", "x"))
    letters[0] = np.array(list("hello      "), "S1")


for form in ("NETCDF3_CLASSIC", "NETCDF3_64BIT_OFFSET", "NETCDF4_CLASSIC"):
    with create("plain_" + form, format=form) as data:
        plain(data, ("i1", "i2", "i4", "f4", "f8"))
for form in ("NETCDF3_64BIT_DATA", "NETCDF4"):
    with create("plain_" + form, format=form) as data:
        plain(data)
for name, options in {
    "zlib": {"zlib": True},
    "big": {"endian": "big"},
    "big_zlib": {"endian": "big", "zlib": True},
    "zlib_unshuffled": {"zlib": True, "shuffle": False, "complevel": 9},
    "sums": {"fletcher32": True},
    "zlib_sums": {"zlib": True, "fletcher32": True},
    "szip": {"compression": "szip"},
    "szip_entropy": {"compression": "szip", "szip_coding": "ec", "szip_pixels_per_block": 16},
    "bzip2": {"compression": "bzip2"},
    "zstd": {"compression": "zstd"},
    "blosc_lz4": {"compression": "blosc_lz4"},
    "digits": {"zlib": True, "least_significant_digit": 2},
    "quantized": {"zlib": True, "significant_digits": 3},
    "stored_whole": {"contiguous": False},
    "unfilled": {"fill_value": False},
}.items():
    kinds = ("f4", "f8") if name == "quantized" else NUMBERS
    try:
        with create("filter_" + name) as data:
            plain(data, kinds, **options)
    except Exception as error:
        print(name, "left out:", error)
        os.remove(os.path.join(folder, "filter_" + name + ".nc"))

with create("fills") as data:
    data.createDimension("x", 6)
    data.createDimension("time", None)
    for kind in NUMBERS:
        own = data.createVariable("own_" + kind, kind, ("time", "x"), fill_value=7)
        own[3] = np.arange(6)
        default = data.createVariable("default_" + kind, kind, ("time", "x"), zlib=True)
        default[1, 2:4] = 5
        data.createVariable("unfilled_" + kind, kind, ("time", "x"), fill_value=False)[0:2] = 3
    data.createVariable("texts", str, ("x",))[1:3] = np.array(["a", "ß"], object)

with create("dimensions") as data:
    for name, length in (("z", 3), ("empty", None), ("t", None), ("u", None), ("y", 4)):
        data.createDimension(name, length)
    data.createVariable("t", "f8", ("t",))[0:5] = np.arange(5)
    data.createVariable("y", "f4", ("y", "z"))[...] = 2
    data.createVariable("z", "i4", ("y",))[...] = 9
    data.createVariable("late", "i2", ("t", "u"))[0:7, 0:6] = 4
    data.createVariable("never", "i2", ("empty", "y"))
    data.createVariable("both", "f4", ("u", "t", "y"), zlib=True)[0:6, 0:7] = 1.5
    data.createVariable("twice", "i4", ("y", "y"))[...] = np.arange(16).reshape(4, 4)
    inner = data.createGroup("a").createGroup("b")
    inner.createDimension("y", 6)
    inner.createDimension("own", 2)
    inner.createVariable("y", "i4", ("y",))[...] = np.arange(6)
    inner.createVariable("mixed", "f4", ("t", "own", "y"))[0:7] = 3
    inner.createVariable("above", "f4", ("z",))[...] = 1
    data["a"].createVariable("t", "f8", ("t",))[0:2] = [1, 2]
    data.createGroup("Größe mit Leerzeichen").createVariable("Länge der Stäbe", "f4", ("z",))[...] = 2

with create("renamed") as data:
    data.createDimension("x", 3)
    data.createDimension("y", 4)
    data.createVariable("x", "f4", ("x",))[...] = [1, 2, 3]
    data.createVariable("v", "f4", ("y", "x"))[...] = 1
with netCDF4.Dataset(os.path.join(folder, "renamed.nc"), "a") as data:
    data.renameVariable("v", "w")
    data.renameDimension("y", "lines")
    data.createVariable("lines", "i4", ("lines",))[...] = np.arange(4)
    data.createVariable("added", "f8", ("lines", "x"), zlib=True)[...] = 8

with create("types") as data:
    data.createDimension("x", 5)
    data.createDimension("t", None)
    sky = data.createEnumType(np.uint8, "sky_kind", {"clear": 0, "half covered": 4, "Missing": 255})
    wide = data.createEnumType(np.int64, "wide_kind", {"low": -2**40, "high": 2**40})
    for name, kind, values in (("sky", sky, [0, 4, 255, 4, 0]), ("wide", wide, [2**40, -2**40] * 2 + [2**40])):
        data.createVariable(name, kind, ("x",), zlib=True)[...] = np.array(values)
        data.createVariable(name + "_scalar", kind)[...] = values[1]
    flagged = data.createVariable("flagged", sky, ("t", "x"), fill_value=255)
    flagged[2] = np.array([0, 4, 0, 4, 0], "u1")
    flagged.setncattr("long_name", "cover")
    place = np.dtype([("lat", "f4"), ("lon", "f8")], align=True)
    place_type = data.createCompoundType(place, "place_kind")
    cast = np.dtype([("id", "i4"), ("place", place), ("bins", "f4", (3, 2)), ("name", "S1", (8,)), ("n", "u1")], align=True)
    cast_type = data.createCompoundType(cast, "cast_kind")
    values = np.zeros(5, cast)
    values["id"] = np.arange(5)
    values["place"]["lat"] = random.normal(size=5)
    values["place"]["lon"] = random.normal(size=5)
    values["bins"] = random.normal(size=(5, 3, 2))
    values["name"] = np.array(list("buoy 12 "), "S1")
    values["n"] = 200
    data.createVariable("casts", cast_type, ("x",))[...] = values
    data["casts"].units = "m"
    data.createVariable("more_casts", cast_type, ("t", "x"), zlib=True)[0] = values
    data.createVariable("one_place", place_type)[...] = np.array((1, 2), place)
    data.setncattr("home", np.array((1, 2), place))
    for kind in ("i1", "u2", "f4", "f8", "i8"):
        ragged = data.createVLType(np.dtype(kind), "ragged_" + kind)
        variable = data.createVariable("lists_" + kind, ragged, ("x",))
        for i in range(5):
            variable[i] = numbers(kind, i)
        grown = data.createVariable("grown_" + kind, ragged, ("t",))
        grown[1] = numbers(kind, 4)
    texts = data.createVariable("texts", str, ("t", "x"))
    texts[1, 3] = "Tiefe ≥ 10 m"
    data.createVariable("one_text", str)[...] = np.array("only", object)
    data.attribute_of_texts = ["one", "two", "drei ß"]
    data.setncattr_string("text", "a string")
    for kind in NUMBERS:
        data.setncattr("one_" + kind, np.array(3, kind))
        data.setncattr("two_" + kind, np.array([1, 2], kind))
    data.empty = ""

with create("many") as data:
    data.createDimension("x", 2)
    for i in range(200):
        variable = data.createVariable("v%03d" % i, "f4", ("x",))
        variable[...] = i
        variable.setncatts({"a%02d" % k: "text %d" % k for k in range(30)})
    data.setncattr("long", "x" * 70000)
    data.setncattr("numbers", np.arange(20000.0))

for version in ("earliest", "latest"):
    with h5py.File(os.path.join(folder, "scales_%s.nc" % version), "w", libver=version, track_order=True) as file:
        for name, length in (("x", 4), ("y", 3), ("unused", 2)):
            file[name] = np.arange(length, dtype="f4")
            file[name].make_scale(name)
        file["label"] = np.arange(4.0)
        file["label"].make_scale("another name")
        for name, axes in (("on_both", "yx"), ("on_none", "")):
            data = file.create_dataset(name, data=np.arange(12, dtype="i4").reshape(3, 4), chunks=(2, 2))
            for axis, scale in enumerate(axes):
                data.dims[axis].attach_scale(file[scale])
        file["on_both"].dims[1].attach_scale(file["label"])
    with h5py.File(os.path.join(folder, "phony_%s.nc" % version), "w", libver=version, track_order=True) as group:
        group["square"] = np.ones((4, 4))
        group["plane"] = np.ones((4, 5, 4, 5))
        group["line"] = np.arange(5)
        group.create_dataset("grows", data=np.ones((4, 2)), maxshape=(None, 2), chunks=(2, 2))
        group.create_dataset("halves", data=np.arange(5, dtype="f2"))
        group.create_dataset("scaled", data=np.arange(60), chunks=(10,), scaleoffset=0)
        group["flags"] = np.array([True, False])
        group["letters"] = np.array([b"a", b"c"], "S1")
        group.create_dataset("long_texts", data=["x" * 300, ""], dtype=h5py.string_dtype())
        group["soft"] = h5py.SoftLink("/plane")
        group["hard"] = group["line"]
