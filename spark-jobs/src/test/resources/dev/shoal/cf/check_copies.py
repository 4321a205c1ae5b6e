"""Compares files with their flagged copies, as the netCDF library and xarray read both.

Reads a list of lines: source, copy, and then triples of variable, its flags, and the codes that repeat in them.
"""
import sys
import warnings

import netCDF4
import numpy as np
import xarray

warnings.simplefilter('ignore')
BOOKKEEPING = {'_NCProperties', '_nc3_strict', '_Netcdf4Dimid', '_Netcdf4Coordinates'}


def text(value):
    if isinstance(value, bytes):
        value = value.decode('utf-8', 'replace')
    if isinstance(value, (list, np.ndarray)):
        return ' '.join(str(one) for one in value)
    return value.rstrip('\0')


def same_attribute(one, other):
    if isinstance(one, (str, list)) or isinstance(other, str):
        return text(one) == text(other)
    one, other = np.atleast_1d(one), np.atleast_1d(other)
    return one.dtype == other.dtype and np.array_equal(one, other, equal_nan=one.dtype.kind == 'f')


def same_attributes(place, source, copy, besides):
    for name in source.ncattrs():
        if name in besides or name in BOOKKEEPING:
            continue
        assert name in copy.ncattrs(), f'{place}: {name} is gone'
        one, other = source.getncattr(name), copy.getncattr(name)
        assert same_attribute(one, other), f'{place}: {name} was {one!r}, is {other!r}'


def values(variable):
    variable.set_auto_maskandscale(False)
    variable.set_auto_chartostring(False)
    read = variable[...]
    return np.asarray(read, object) if isinstance(read, str) else read


def same_values(place, one, other):
    if one.dtype.kind in 'OU':
        rows = np.ma.filled(other).reshape(-1, other.shape[-1])
        texts = [row.tobytes().rstrip(b'\0').decode('utf-8') for row in rows]
        assert list(np.ravel(one)) == texts, place
    else:
        # Classic files have no bools and no order of bytes of their own.
        assert one.dtype.itemsize == other.dtype.itemsize and one.dtype.kind == other.dtype.kind, place
        assert one.tobytes() == other.astype(one.dtype).tobytes(), place


count = 0
for line in open(sys.argv[1]):
    parts = line.rstrip('\n').split('\t')
    source_path, copy_path, flags = parts[0], parts[1], parts[2:]
    with netCDF4.Dataset(source_path) as source, netCDF4.Dataset(copy_path) as copy:
        same_attributes(source_path, source, copy, {'history'})
        flagged = {flags[i]: flags[i + 1] for i in range(0, len(flags), 3)}
        for name, variable in source.variables.items():
            place = f'{source_path} {name}'
            if not isinstance(variable.dtype, type) and variable.dtype.names:
                assert any(other.startswith(name + '.') for other in copy.variables), place
                continue
            same_attributes(place, variable, copy[name], {'ancillary_variables', '_FillValue'})
            if '_FillValue' in variable.ncattrs() and variable.dtype is not str:
                assert same_attribute(variable._FillValue, copy[name]._FillValue), place
            same_values(place, values(variable), values(copy[name]))
            count += 1
        for i in range(0, len(flags), 3):
            of, name, codes = flags[i:i + 3]
            added = values(copy[name])
            expected = np.resize(np.array([int(code) for code in codes], 'i1'), added.shape)
            assert np.array_equal(added, expected), f'{copy_path} {name}'
            assert name in copy[of].ancillary_variables.split(), f'{copy_path} {of}'
            assert copy[name].dimensions == copy[of].dimensions
            assert copy[name].flag_values.dtype == copy[name].dtype
            assert len(copy[name].flag_values) == len(copy[name].flag_meanings.split())
    with xarray.open_dataset(copy_path, decode_times=False, mask_and_scale=False) as opened:
        for i in range(0, len(flags), 3):
            assert opened[flags[i + 1]].dtype == np.int8
print(count)
