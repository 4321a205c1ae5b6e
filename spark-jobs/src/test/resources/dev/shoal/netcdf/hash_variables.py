"""Tells what netCDF4-python reads: the files named on standard input, as one JSON object on standard output.

Values are raw (no mask, no scale), hashed as little-endian bytes in row-major order; strings are joined by a zero
byte. A variable of more than LIMIT elements is hashed at two corners instead of whole. Attributes are one text each:
texts joined by a space, numbers as the 16 hexadecimal digits of their doubles.
"""

import hashlib
import json
import struct
import sys
import warnings

import netCDF4
import numpy as np

LIMIT = 2_000_000
CORNER = 40


def digest(variable, index):
    values = variable[index]
    if variable.dtype is str:
        data = b"\0".join(str(text).encode() for text in np.asarray(values, dtype=object).ravel())
    else:
        array = np.asarray(values)
        data = array.astype(array.dtype.newbyteorder("<")).tobytes()
    return hashlib.sha256(data).hexdigest()


def corners(shape):
    yield "first", tuple(slice(0, min(length, CORNER)) for length in shape)
    yield "last", tuple(slice(max(0, length - CORNER), length) for length in shape)


def attribute_text(value):
    if isinstance(value, bytes):
        value = value.decode()
    values = [value] if isinstance(value, str) else list(np.atleast_1d(value).ravel())
    if all(isinstance(item, str) for item in values):
        return " ".join(values).replace("\0", "")
    numbers = [float(item) for item in values]
    return " ".join("nan" if number != number else struct.pack(">d", number).hex() for number in numbers)


def attributes(item):
    texts = {}
    for name in item.ncattrs():
        try:
            texts[name] = attribute_text(item.getncattr(name))
        except Exception:
            texts[name] = None
    return texts


def variable_facts(variable):
    variable.set_auto_maskandscale(False)
    variable.set_auto_chartostring(False)
    facts = {
        "shape": list(variable.shape),
        "dimensions": list(variable.dimensions),
        "attributes": attributes(variable),
    }
    if variable.dtype is not str and not isinstance(variable.datatype, (np.dtype, type)):
        return {**facts, "refused": type(variable.datatype).__name__}
    try:
        parts = [("whole", Ellipsis)] if variable.size <= LIMIT else corners(variable.shape)
        return {**facts, "hashes": {name: digest(variable, index) for name, index in parts}}
    except Exception as error:
        return {**facts, "refused": str(error)}


def walk(group, prefix, variables):
    for name, variable in group.variables.items():
        variables[prefix + name] = variable_facts(variable)
    for name, inner in group.groups.items():
        walk(inner, prefix + name + "/", variables)


def file_facts(path):
    try:
        with netCDF4.Dataset(path) as dataset:
            variables = {}
            walk(dataset, "", variables)
            return {"variables": variables, "attributes": attributes(dataset)}
    except OSError as error:
        return {"refused": str(error)}


warnings.simplefilter("ignore")
if __name__ == "__main__":
    json.dump({path: file_facts(path) for path in sys.stdin.read().splitlines()}, sys.stdout)
