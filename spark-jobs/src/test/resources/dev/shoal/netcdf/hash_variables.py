"""Tells what netCDF4-python reads: the files named on standard input, as one JSON object on standard output.

Values are raw (no mask, no scale), hashed as little-endian bytes in row-major order; strings are joined by a zero
byte, sequences by their lengths (8 bytes each) and then their numbers. A compound is judged by its members, each under
the name variable.member. A variable of more than LIMIT elements is hashed at two corners instead of whole. Attributes are one text each:
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


def little(array):
    if array.dtype.kind == "f":
        array = np.where(np.isnan(array), array.dtype.type(np.nan), array)
    return array.astype(array.dtype.newbyteorder("<")).tobytes()


def digest(values, kind):
    if kind == "texts":
        data = b"\0".join(str(text).encode() for text in np.asarray(values, dtype=object).ravel())
    elif kind == "sequences":
        lists = [np.atleast_1d(item) for item in (values.ravel() if values.dtype == object else [values])]
        data = b"".join(struct.pack("<q", len(item)) for item in lists) + b"".join(little(item) for item in lists)
    else:
        data = little(np.asarray(values))
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


def hashes(variable, pick, kind):
    parts = [("whole", Ellipsis)] if variable.size <= LIMIT else corners(variable.shape)
    return {name: digest(pick(variable[index]), kind) for name, index in parts}


def variable_facts(variable, pick=lambda values: values, inner=()):
    facts = {
        "shape": list(variable.shape) + list(inner),
        "dimensions": list(variable.dimensions),
        "attributes": attributes(variable),
    }
    if isinstance(variable.datatype, netCDF4.EnumType):
        facts["enum"] = [[key, int(value)] for key, value in variable.datatype.enum_dict.items()]
    kind = "numbers"
    if variable.dtype is str:
        kind = "texts"
    elif isinstance(variable.datatype, netCDF4.VLType):
        kind = "sequences"
    try:
        return {**facts, "hashes": hashes(variable, pick, kind)}
    except Exception as error:
        return {**facts, "refused": str(error)}


def members(dtype, name, pick, inner):
    """Yields (name, what takes the member out of an array of the compound, axes inside the element)."""
    if dtype.subdtype:
        yield from members(dtype.subdtype[0], name, pick, inner + dtype.subdtype[1])
    elif dtype.names:
        for field in dtype.names:
            def take(values, field=field):
                return pick(values)[field]
            yield from members(dtype[field], name + "." + field, take, inner)
    else:
        yield name, pick, inner


def walk(group, prefix, variables):
    for name, variable in group.variables.items():
        variable.set_auto_maskandscale(False)
        variable.set_auto_chartostring(False)
        if isinstance(variable.datatype, netCDF4.CompoundType):
            for member, pick, inner in members(variable.dtype, prefix + name, lambda values: values, ()):
                variables[member] = variable_facts(variable, pick, inner)
        else:
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
