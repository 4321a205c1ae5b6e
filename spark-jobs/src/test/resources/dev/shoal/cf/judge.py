"""Evaluates expressions over a netCDF file with netCDF4-python and cftime; the judge of dev.shoal.cf.

judge.py values FILE EXPR...  writes, for each expression, a little-endian int64 length and that many float64
judge.py dates                reads lines "units|calendar|number", writes lines of dates in the calendar

In expressions: v(name) is a variable masked and scaled, NaN where masked; raw(name) its stored numbers; t(name) times in
microseconds since 1970, NaN where masked; digit(name) characters as digits; n(dim) a length; np is numpy.
"""
import sys
from datetime import datetime, timedelta

import cftime
import netCDF4
import numpy as np


def values(path, expressions):
    data = netCDF4.Dataset(path)

    def v(name):
        return np.ma.filled(np.ma.asarray(data[name][...]).astype('f8'), np.nan)

    def raw(name):
        variable = data[name]
        variable.set_auto_maskandscale(False)
        numbers = variable[...]
        variable.set_auto_maskandscale(True)
        return numbers

    def t(name):
        variable = data[name]
        calendar = getattr(variable, 'calendar', 'standard').lower()
        calendar = {'gregorian_proleptic': 'proleptic_gregorian'}.get(calendar, calendar)
        numbers = np.ma.atleast_1d(np.ma.asarray(variable[...]))
        mask = np.ma.getmaskarray(numbers) | ~np.isfinite(np.ma.filled(numbers.astype('f8'), np.nan))
        dates = cftime.num2pydate(np.where(mask, 0, numbers.data), variable.units, calendar)
        micros = np.array([(d - datetime(1970, 1, 1)) / timedelta(microseconds=1) for d in dates.ravel()])
        return np.where(mask.ravel(), np.nan, micros).reshape(numbers.shape)

    def digit(name):
        letters = np.ma.filled(data[name][...], b' ')
        return np.array([float(x) if x in b'0123456789' and x else np.nan for x in letters.ravel()]).reshape(letters.shape)

    def n(dimension):
        return len(data.dimensions[dimension])

    names = {'v': v, 'raw': raw, 't': t, 'digit': digit, 'n': n, 'np': np}
    for expression in expressions:
        result = np.asarray(eval(expression, names)).astype('<f8').ravel()
        sys.stdout.buffer.write(np.array([result.size], dtype='<i8').tobytes())
        sys.stdout.buffer.write(result.tobytes())


def dates():
    for line in sys.stdin:
        units, calendar, number = line.rstrip('\n').split('|')
        date = cftime.num2date(float(number) if '.' in number else int(number), units, calendar, only_use_cftime_datetimes=True)
        print('%04d-%02d-%02dT%02d:%02d:%02d.%06d' % (
            date.year, date.month, date.day, date.hour, date.minute, date.second, date.microsecond))


if sys.argv[1] == 'values':
    values(sys.argv[2], sys.argv[3:])
else:
    dates()
