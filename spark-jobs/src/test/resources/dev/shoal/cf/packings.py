"""Seeded variables with every combination of packing attributes, and what netCDF4-python and xarray make of them.

packings.py write FILE SEED COUNT  writes COUNT variables of CDF-5 byte by byte: the library would refuse fill values of another type
packings.py decode                 for each line "FILE|VARIABLE", by netCDF4-python and then by xarray: a little-endian int64 length,
                                   -1 where refused, and that many float64, NaN where missing
"""
import random
import struct
import sys

import numpy as np

CODES = {'i1': 1, 'i2': 3, 'i4': 4, 'f4': 5, 'f8': 6, 'u1': 7, 'u2': 8, 'u4': 9, 'i8': 10, 'u8': 11}
FILLS = {'i1': -127, 'u1': 255, 'i2': -32767, 'u2': 65535, 'i4': -2147483647, 'u4': 4294967295,
         'i8': -9223372036854775806, 'u8': 18446744073709551614, 'f4': 9.969209968386869e36, 'f8': 9.969209968386869e36}
LENGTH = 16


def padded(data):
    return data + b'\0' * (-len(data) % 4)


def text(name):
    return struct.pack('>q', len(name)) + padded(name.encode())


def attribute(name, value):
    if isinstance(value, str):
        return text(name) + struct.pack('>iq', 2, len(value)) + padded(value.encode())
    value = np.atleast_1d(value)
    return text(name) + struct.pack('>iq', CODES[value.dtype.str[1:]], value.size) + padded(value.astype(value.dtype.newbyteorder('>')).tobytes())


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def number(self, kind):
        """A number of a type: small ones most often, the ends, and integers past 2^53."""
        if kind[0] == 'f':
            number = self.random.choice([0.0, 1.5, -9999.0, -999.9, 1e20, self.random.uniform(-50, 50)])
            return np.array(number).astype(kind)
        ends = np.iinfo(kind)
        number = self.random.choice([0, 1, -1, -9999, 100, ends.min, ends.max, 2**53 + 1, self.random.randrange(ends.min, ends.max + 1)])
        return np.array(min(max(number, ends.min), ends.max)).astype(kind)

    def kind(self, own):
        twin = {'i': 'u', 'u': 'i'}.get(own[0], 'f') + (own[1] if own[0] != 'f' else '4')
        return self.random.choice([own] * 6 + [twin, twin, 'f4', 'f8', 'i4'])

    def fill(self, own):
        if self.chance(6):
            return self.random.choice(['NaN', '-9999', 'x', ''])
        if self.chance(6):
            return np.float32(np.nan)
        return self.number(self.kind(own))

    def limits(self, own):
        kind = self.kind(own)
        return np.sort(np.array([self.number(kind), self.number(kind)]))

    def attributes(self, own):
        made = {}
        if self.chance(50):
            made['_FillValue'] = self.fill(own)
        if self.chance(35):
            first = self.fill(own)
            several = not isinstance(first, str) and self.chance(30)
            made['missing_value'] = np.array([first, self.number(first.dtype.str[1:])]) if several else first
        if self.chance(45):
            real = self.random.choice(['f4', 'f8'])
            made['scale_factor'] = np.array(self.random.choice([0.01, 0.1, 2.0, -0.5])).astype(real)
            if self.chance(60):
                made['add_offset'] = np.array(self.random.choice([0.0, 273.15, -1.5])).astype(real)
        if self.chance(15):
            made['valid_range'] = self.limits(own)
        elif self.chance(15):
            made['valid_min'], made['valid_max'] = self.limits(own)
        elif self.chance(8):
            made[self.random.choice(['valid_min', 'valid_max'])] = self.limits(own)[0]
        if own[0] != 'f' and self.chance(25):
            made['_Unsigned'] = self.random.choice(['true', 'true', 'false'])
        if self.chance(10):
            made['actual_range'] = self.limits(own)
        return made

    def values(self, own, made):
        values = [self.number(own) for _ in range(LENGTH)]
        values[0] = np.array(FILLS[own]).astype(own)
        wanted = [n for name, a in made.items() if name not in ('scale_factor', 'add_offset') and not isinstance(a, str)
                  for n in np.atleast_1d(a) if np.isfinite(n)]
        for place, number in enumerate(wanted[:8], 1):
            if own[0] == 'f' or np.iinfo(own).min <= int(number) <= np.iinfo(own).max:
                values[place] = np.array(number if own[0] == 'f' else int(number)).astype(own)
        return np.array(values, dtype=own)


def write(path, seed, count):
    maker = Maker(seed)
    variables = []
    for i in range(count):
        own = maker.random.choice(list(CODES))
        made = maker.attributes(own)
        variables.append(('v%05d' % i, own, made, maker.values(own, made)))

    def header(begins):
        out = b'CDF\x05' + struct.pack('>q', 0)
        out += struct.pack('>iq', 10, 1) + text('x') + struct.pack('>q', LENGTH) + struct.pack('>iq', 0, 0)
        out += struct.pack('>iq', 11, len(variables))
        for (name, own, made, values), begin in zip(variables, begins):
            out += text(name) + struct.pack('>qq', 1, 0)
            out += struct.pack('>iq', 12 if made else 0, len(made)) + b''.join(attribute(n, a) for n, a in made.items())
            out += struct.pack('>iqq', CODES[own], len(padded(values.tobytes())), begin)
        return out

    begins, begin = [], len(header([0] * count))
    for *_, values in variables:
        begins.append(begin)
        begin += len(padded(values.tobytes()))
    with open(path, 'wb') as file:
        file.write(header(begins))
        for *_, values in variables:
            file.write(padded(values.astype(values.dtype.newbyteorder('>')).tobytes()))


def put(values):
    if values is None:
        sys.stdout.buffer.write(struct.pack('<q', -1))
        return
    values = np.ma.filled(np.ma.asarray(values).astype('f8'), np.nan).ravel()
    sys.stdout.buffer.write(struct.pack('<q', values.size) + values.astype('<f8').tobytes())


def decode(data, name, xarray):
    try:
        variable = data[name]
        variable.set_auto_maskandscale(True)
        put(variable[...])
    except Exception:
        put(None)
    try:
        variable.set_auto_maskandscale(False)
        attributes = {n: variable.getncattr(n) for n in variable.ncattrs()}
        stored = xarray.Variable(variable.dimensions, variable[...], attributes)
        put(xarray.conventions.decode_cf_variable(name, stored, decode_times=False).values)
    except Exception:
        put(None)


def decode_all():
    import netCDF4
    import xarray
    opened, data = None, None
    for line in sys.stdin:
        path, name = line.rstrip('\n').split('|')
        if path != opened:
            try:
                opened, data = path, netCDF4.Dataset(path)
            except Exception:
                data = {}
        decode(data, name, xarray)


if sys.argv[1] == 'write':
    write(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
else:
    decode_all()
