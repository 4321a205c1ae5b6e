#!/usr/bin/env python3
"""Makes an archive of moorings: one netCDF-4 file each, a sample a minute, several variables with spikes, gaps and stuck stretches."""

import argparse
import pathlib

import netCDF4
import numpy as np

VARIABLES = {
    "temp": ("sea_water_temperature", "degree_Celsius", 15.0, 5.0),
    "psal": ("sea_water_practical_salinity", "1", 35.0, 1.0),
    "doxy": ("mole_concentration_of_dissolved_molecular_oxygen_in_sea_water", "mmol m-3", 30.0, 8.0),
    "chla": ("mass_concentration_of_chlorophyll_a_in_sea_water", "mg m-3", 3.0, 2.0),
    "turb": ("sea_water_turbidity", "1", 4.0, 3.0),
}


def make(path, number, samples, names):
    random = np.random.default_rng(number)
    with netCDF4.Dataset(path, "w") as file:
        file.Conventions = "CF-1.8"
        file.featureType = "timeSeries"
        file.createDimension("time", samples)
        file.createDimension("letters", 4)
        station = file.createVariable("station", "S1", ("letters",))
        station.cf_role = "timeseries_id"
        station[:] = netCDF4.stringtochar(np.array([f"M{number:03d}"], "S4"))[0]
        time = file.createVariable("time", "f8", ("time",), zlib=True, complevel=1, chunksizes=(min(samples, 65536),))
        time.standard_name, time.units = "time", "seconds since 2020-01-01"
        time[:] = np.arange(samples) * 60.0
        for name, value, units in (("lat", -30 + number / 4, "degrees_north"), ("lon", 120 + number, "degrees_east")):
            place = file.createVariable(name, "f8", ())
            place.standard_name, place.units = {"lat": "latitude", "lon": "longitude"}[name], units
            place[...] = value
        depth = file.createVariable("depth", "f4", ())
        depth.standard_name, depth.units, depth.positive = "depth", "m", "down"
        depth[...] = 20
        for name in names:
            standard, units, mean, swing = VARIABLES[name]
            values = mean + swing * np.sin(np.arange(samples) / 7000.0) + 0.05 * random.standard_normal(samples)
            values[random.integers(0, samples, samples // 2000)] += 6
            values[random.integers(0, samples, samples // 1000)] = np.nan
            variable = file.createVariable(
                name, "f4", ("time",), zlib=True, complevel=1, shuffle=True, fill_value=np.float32(np.nan),
                chunksizes=(min(samples, 65536),))
            variable.standard_name, variable.units, variable.coordinates = standard, units, "time lat lon depth station"
            variable[:] = np.round(values, 3)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--moorings", type=int, default=24)
    parser.add_argument("--samples", type=int, default=1_000_000)
    parser.add_argument("--variables", type=int, default=5)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for number in range(arguments.moorings):
        path = arguments.folder / f"m{number:03d}.nc"
        if not path.exists():
            make(path, number, arguments.samples, list(VARIABLES)[: arguments.variables])


if __name__ == "__main__":
    main()
