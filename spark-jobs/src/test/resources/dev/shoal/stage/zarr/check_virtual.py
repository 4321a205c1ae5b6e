"""Reads kerchunk references with fsspec, zarr and xarray and compares them with what netCDF4 reads of the files.

check_virtual.py references.json dimension file... (in order of the dimension's coordinate); prints what was compared.
"""
import collections.abc
import sys

import cftime
import fsspec
import netCDF4
import numcodecs
import numpy as np
import xarray as xr
import zarr



class Fletcher32(numcodecs.abc.Codec):
    """Newer numcodecs has this codec; here its four bytes are taken off."""

    codec_id = 'fletcher32'

    def encode(self, buf):
        raise NotImplementedError

    def decode(self, buf, out=None):
        return bytes(buf)[:-4]


if 'fletcher32' not in numcodecs.registry.codec_registry:
    numcodecs.register_codec(Fletcher32)

class OneByOne(collections.abc.MutableMapping):
    """Asks fsspec for one chunk at a time.

    Asked for several, fsspec 2022.11 sorts them by the names of their files and hands the bytes out in the order asked
    for, which are other chunks' where the two orders differ; and it fails where one of them is not there.
    """

    def __init__(self, store):
        self.store = store

    def __getitem__(self, key):
        return self.store[key]

    def __setitem__(self, key, value):
        raise NotImplementedError

    def __delitem__(self, key):
        raise NotImplementedError

    def __iter__(self):
        return iter(self.store)

    def __len__(self):
        return len(self.store)


references, dimension, files = sys.argv[1], sys.argv[2], sys.argv[3:]
mapper = OneByOne(fsspec.get_mapper('reference://', fo=references, remote_protocol='file'))
group = zarr.open_group(mapper, mode='r')
raw = xr.open_dataset(mapper, engine='zarr', consolidated=False, decode_cf=False)
decoded = xr.open_dataset(mapper, engine='zarr', consolidated=False, decode_times=False)
sources = [netCDF4.Dataset(name) for name in files]
compared = values = 0
for name, first in sources[0].variables.items():
    axis = first.dimensions.index(dimension) if dimension in first.dimensions else None
    parts = []
    for source in sources if axis is not None else sources[:1]:
        source.variables[name].set_auto_maskandscale(True)
        source.variables[name].set_auto_chartostring(False)
        parts.append(np.ma.MaskedArray(source.variables[name][...]))
    expected = np.ma.concatenate(parts, axis=axis) if axis is not None else parts[0]
    found = decoded[name] if first.dtype != 'S1' else raw[name]
    assert found.dims == first.dimensions, (name, found.dims)
    array = np.asarray(found.values)
    units = getattr(first, 'units', '')
    if ' since ' in units or name == 'time_bnds':
        like = raw['time'].attrs
        times = cftime.num2date(raw[name].values, like['units'], like.get('calendar', 'standard'))
        real = []
        for source in sources:
            time = source.variables['time']
            real.append(cftime.num2date(np.ma.getdata(source.variables[name][...]), time.units,
                                        getattr(time, 'calendar', 'standard')))
        real = np.concatenate(real, axis=0)
        assert [str(t) for t in times.ravel()] == [str(t) for t in real.ravel()], (name, times, real)
    elif first.dtype == 'S1':
        assert (array == np.ma.getdata(expected)).all(), name
    else:
        mask = np.ma.getmaskarray(expected)
        if array.dtype.kind == 'f':
            assert (np.isnan(array) == mask).all(), (name, 'masks')
            assert np.allclose(array[~mask], np.ma.getdata(expected)[~mask], rtol=1e-6, atol=0), name
        else:
            assert (mask | (array == np.ma.getdata(expected))).all(), name
        if (mask.any() or name == 'sst') and array.dtype.kind == 'f':
            assert np.isfinite(array[~mask]).all() and np.nanmax(np.abs(array)) < 100, (name, 'range')
    likes = [(s.variables[name].dtype, [str(getattr(s.variables[name], a, '')) for a in
              ('scale_factor', 'add_offset', '_FillValue', 'missing_value')]) for s in sources]
    if first.dtype != 'S1' and ' since ' not in units and name != 'time_bnds' and all(l == likes[0] for l in likes):
        stored = []
        for source in sources if axis is not None else sources[:1]:
            source.variables[name].set_auto_maskandscale(False)
            stored.append(source.variables[name][...])
        stored = np.concatenate(stored, axis=axis) if axis is not None else stored[0]
        assert np.array_equal(raw[name].values, stored), (name, 'as stored')
        assert group[name].dtype.kind == first.dtype.kind if first.dtype != 'S1' else True
        for attribute in first.ncattrs():
            if attribute not in ('actual_range', 'bounds') and all(
                    np.array_equal(s.variables[name].getncattr(attribute), first.getncattr(attribute)) for s in sources):
                value = raw[name].attrs[attribute]
                assert np.array_equal(np.asarray(value), np.asarray(first.getncattr(attribute))), (name, attribute, value)
    compared += 1
    values += array.size
for attribute in sources[0].ncattrs():
    same = all(attribute in s.ncattrs() and np.array_equal(s.getncattr(attribute), sources[0].getncattr(attribute))
               for s in sources)
    assert same == (attribute in raw.attrs), attribute
print('%d variables, %d values' % (compared, values))
