"""Makes archives to be virtual, each in a folder of its own below the one that is named.

days      netCDF-4, packed, shuffle+zlib+fletcher32, with times counted from another day in every file
classic   netCDF-3 with fixed and unlimited axes, of different lengths
packed    like days, but one file has another scale_factor
levels    like days, with time as the second axis
filters   like days, but one file is compressed with lzf
odd       like days, but one file has another latitude
partial   chunks of two days, three days in the second of three files
sst       every file has a scale_factor of its own, as archives of sea surface temperature do
kinds     every file has another type and fill value, one other chunks, one big-endian numbers
"""
import os
import sys

import h5py
import netCDF4
import numpy as np

ROOT = sys.argv[1]
LAT, LON = 12, 20


def folder(name):
    path = os.path.join(ROOT, name)
    os.makedirs(path, exist_ok=True)
    return path


def field(day, days=1):
    t, y, x = np.mgrid[day:day + days, 0:LAT, 0:LON]
    values = np.ma.MaskedArray(10 + 0.25 * t + np.round(np.sin(y / 3) * np.cos(x / 4 + t), 2))
    values[(x + y + t) % 7 == 0] = np.ma.masked
    return values


def daily(path, day, days=1, scale=0.01, chunk=1, lat0=-10.0, own_epoch=True, compression='zlib'):
    with netCDF4.Dataset(path, 'w') as nc:
        nc.title = 'Température of days'
        nc.history = 'made for day %d' % day
        nc.createDimension('time', None)
        nc.createDimension('lat', LAT)
        nc.createDimension('lon', LON)
        nc.createDimension('nv', 2)
        time = nc.createVariable('time', 'f8', ('time',))
        time.units = ('hours since 2001-01-%02d 12:00:00' % (1 + day)) if own_epoch else 'days since 2001-01-01'
        time.standard_name = 'time'
        time.calendar = 'standard'
        time.bounds = 'time_bnds'
        bounds = nc.createVariable('time_bnds', 'f8', ('time', 'nv'))
        steps = np.arange(days)
        if own_epoch:
            time[:] = 24.0 * steps
            bounds[:] = np.stack([24.0 * steps - 12, 24.0 * steps + 12], axis=1)
        else:
            time[:] = day + steps
            bounds[:] = np.stack([day + steps, day + steps + 1], axis=1)
        lat = nc.createVariable('lat', 'f4', ('lat',))
        lat.units = 'degrees_north'
        lat[:] = lat0 + np.arange(LAT)
        lon = nc.createVariable('lon', 'f4', ('lon',))
        lon.units = 'degrees_east'
        lon[:] = np.arange(LON)
        area = nc.createVariable('area', '>f8', ('lat', 'lon'), zlib=True, chunksizes=(5, 7), endian='big')
        area[:] = np.arange(LAT * LON).reshape(LAT, LON)
        options = dict(zlib=True, complevel=4, shuffle=True, fletcher32=True) if compression == 'zlib' else {}
        sst = nc.createVariable('sst', 'i2', ('time', 'lat', 'lon'), fill_value=-32768,
                                chunksizes=(chunk, 5, 7), **options)
        sst.units = 'degree_C'
        sst.scale_factor = np.float32(scale)
        sst.add_offset = np.float32(5)
        sst[:] = field(day, days)
        plain = nc.createVariable('plain', 'f4', ('time', 'lat', 'lon'), zlib=True, chunksizes=(chunk, LAT, LON))
        plain.missing_value = np.float32(-9)
        plain[:] = field(day, days).filled(-9)
        sparse = nc.createVariable('sparse', 'f8', ('time', 'lat', 'lon'), chunksizes=(chunk, 5, 7), fill_value=-1.0)
        sparse[0, 0, 0] = day
        flag = nc.createVariable('flag', 'u1', ('time', 'lat', 'lon'), zlib=True, shuffle=True, chunksizes=(chunk, 5, 7))
        flag.flag_meanings = 'good bad'
        flag.flag_values = np.array([0, 1], 'u1')
        flag[:] = field(day, days).mask
        crs = nc.createVariable('crs', 'i4', ())
        crs.grid_mapping_name = 'latitude_longitude'


for day in range(6):
    daily(os.path.join(folder('days'), 'z%d.nc' % (9 - day)), day)
    daily(os.path.join(folder('packed'), 'd%d.nc' % day), day, scale=0.02 if day == 4 else 0.01)
    daily(os.path.join(folder('odd'), 'd%d.nc' % day), day, lat0=-10.5 if day == 3 else -10.0)
    daily(os.path.join(folder('filters'), 'd%d.nc' % day), day, own_epoch=False, compression='none' if day == 2 else 'zlib')

for n, (day, days) in enumerate([(0, 2), (2, 3), (5, 2)]):
    daily(os.path.join(folder('partial'), 'd%d.nc' % n), day, days, chunk=2)

for day in range(6):
    daily(os.path.join(folder('sst'), 'd%d.nc' % day), day, scale=0.01 + 0.0013 * day)
    with netCDF4.Dataset(os.path.join(folder('kinds'), 'k%d.nc' % day), 'w') as nc:
        nc.createDimension('time', None)
        nc.createDimension('lat', LAT)
        nc.createDimension('lon', LON)
        time = nc.createVariable('time', 'i4', ('time',))
        time.units = 'days since 2001-01-01'
        time[:] = [day]
        v = nc.createVariable('v', ['f4', 'f4', 'f8', 'f4', 'i2', 'f4'][day], ('time', 'lat', 'lon'), zlib=True,
                              fill_value=[-9, -9, 1e30, -8, -7, -9][day], chunksizes=(1, 4 if day == 3 else 5, 7))
        v[:] = np.ma.round(field(day))
        big = nc.createVariable('big', '>f8' if day == 2 else '<f8', ('time', 'lat', 'lon'),
                                endian='big' if day == 2 else 'little', chunksizes=(1, 12, 20), zlib=day == 3)
        big[:] = field(day).filled(-1)

day = 0
for n, days in enumerate([4, 6, 3]):
    for kind in ('fixed', 'unlimited'):
        with netCDF4.Dataset(os.path.join(folder('classic-' + kind), 'c%d.nc' % n), 'w',
                             format='NETCDF3_64BIT_OFFSET' if n == 1 else 'NETCDF3_CLASSIC') as nc:
            nc.createDimension('time', None if kind == 'unlimited' else days)
            nc.createDimension('lat', LAT)
            nc.createDimension('lon', LON)
            nc.createDimension('text', 5)
            time = nc.createVariable('time', 'i4', ('time',))
            time.units = 'days since 1999-12-31'
            time[:] = day + np.arange(days)
            byte = nc.createVariable('byte', 'i1', ('time',))
            byte[:] = np.arange(days)
            sst = nc.createVariable('sst', 'f4', ('time', 'lat', 'lon'), fill_value=np.float32(1e20))
            sst[:] = field(day, days)
            name = nc.createVariable('name', 'S1', ('time', 'text'))
            name[:] = np.array([list('day%02d' % d) for d in range(day, day + days)], 'S1')
    day += days

for n in range(3):
    with netCDF4.Dataset(os.path.join(folder('levels'), 'l%d.nc' % n), 'w') as nc:
        nc.createDimension('depth', 4)
        nc.createDimension('time', 2)
        nc.createDimension('lon', 6)
        time = nc.createVariable('time', 'i8', ('time',))
        time.units = 'seconds since 1970-01-01'
        time[:] = (2 * n + np.arange(2)) * 3600
        temp = nc.createVariable('temp', 'f8', ('depth', 'time', 'lon'), zlib=True, chunksizes=(1, 1, 3))
        temp[:] = n * 1000 + np.arange(48).reshape(4, 2, 6)

with h5py.File(os.path.join(folder('lzf'), 'lzf.h5'), 'w') as h5:
    h5.create_dataset('grid', data=np.arange(4000, dtype='f8').reshape(40, 100), chunks=(10, 100), compression='lzf')
