"""Tells what netCDF4-python reads of damaged files: the files named on standard input, one JSON line each.

A file that kills or hangs the reader takes only its own process along. Of every variable both ends are hashed, as many
whole rows from the last axis on as MOST elements allow.
"""

import json
import os
import resource
import signal
import sys

import h5py
import hash_variables
import netCDF4
import numpy as np

MOST = 1 << 17
SECONDS = 20
MEMORY = 3 << 30


def ends(shape):
    part, left = [], MOST
    for length in reversed(shape):
        part.insert(0, min(length, left))
        left = max(1, left // max(1, part[0]))
    yield "first", tuple(slice(0, count) for count in part)
    yield "last", tuple(slice(length - count, length) for length, count in zip(shape, part))


def digests(variable, pick, inner, kind):
    rank = len(variable.shape)
    for _, index in ends(tuple(variable.shape) + inner):
        values = pick(variable[index[:rank] or Ellipsis])
        if inner:
            values = np.asarray(values)[(Ellipsis, *index[rank:])]
        yield hash_variables.digest(values, kind)


def variable_facts(variable, pick=lambda values: values, inner=()):
    kind = "numbers"
    if variable.dtype is str:
        kind = "texts"
    elif isinstance(variable.datatype, netCDF4.VLType):
        kind = "sequences"
    facts = {"shape": list(variable.shape) + list(inner), "attributes": hash_variables.attributes(variable)}
    try:
        return {**facts, "hashes": list(digests(variable, pick, inner, kind))}
    except Exception as error:
        return {"refused": f"{type(error).__name__}: {error}"}


hash_variables.variable_facts = variable_facts


def doubted(name, variable, file):
    """netCDF-C gives what its memory held where a header lies about sizes: h5py, on the same library, tells otherwise."""
    if "hashes" not in variable or not isinstance(file.get(name), h5py.Dataset):
        return False
    dataset = file[name]
    if dataset.dtype.kind not in "iuf":
        return False
    if list(dataset.shape) != variable["shape"]:
        return any(a != b and most is not None for a, b, most in zip(dataset.shape, variable["shape"], dataset.maxshape))
    try:
        return list(digests(dataset, lambda values: values, (), "numbers")) != variable["hashes"]
    except Exception:
        return True


def facts(path):
    variables = {}
    try:
        with netCDF4.Dataset(path) as dataset:
            hash_variables.walk(dataset, "", variables)
            attributes = hash_variables.attributes(dataset)
            hdf5 = dataset.disk_format == "HDF5"
        if hdf5:
            with h5py.File(path) as file:
                for name in [name for name, variable in variables.items() if doubted(name, variable, file)]:
                    variables[name] = {"refused": "netCDF4-python and h5py disagree"}
        return {"attributes": attributes, "variables": variables}
    except Exception as error:
        return {"refused": f"{type(error).__name__}: {error}"}


def judged(path):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        with os.fdopen(writer, "w") as out:
            out.write(json.dumps({"path": path, **facts(path)}))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, errors="replace") as answer:
        text = answer.read()
    _, status = os.waitpid(child, 0)
    return text if status == 0 and text else json.dumps({"path": path, "refused": f"crash {status}"})


for line in sys.stdin:
    print(judged(line.rstrip("\n")), flush=True)
