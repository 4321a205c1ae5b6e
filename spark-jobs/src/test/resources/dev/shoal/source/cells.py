"""Writes the cells of a variable inside a box as xarray sees them: time (milliseconds), level, lat, lon, value.

cells.py STORE_OR_FILE VARIABLE TIME LEVEL LAT LON SOUTH NORTH WEST EAST OUT   (TIME, LEVEL: a name, or - for none)
"""
import sys

import numpy as np
import xarray as xr

path, variable, time, level, lat, lon = sys.argv[1:7]
south, north, west, east = map(float, sys.argv[7:11])
if path.rstrip("/").endswith(".zarr"):
    dataset = xr.open_zarr(path, consolidated=None)
else:
    # xarray opens no file with coordinates of two dimensions that have the name of one: FVCOM's layers.
    dataset = xr.open_dataset(path, decode_timedelta=False, drop_variables=["siglay", "siglev"])
# A variable of one level has it as a coordinate beside it.
frame = dataset[variable].to_dataframe().reset_index()
inside = (frame[lat] >= south) & (frame[lat] <= north) & (frame[lon] >= west) & (frame[lon] <= east)
frame = frame[inside]
# xarray's doubles of nanoseconds are right to a quarter of a microsecond.
times = (frame[time].values.astype("datetime64[ns]").astype("int64") + 500) // 1000000 if time != "-" else None


def number(value):
    return "" if np.isnan(value) else repr(float(value))


with open(sys.argv[11], "w") as out:
    for i in range(len(frame)):
        row = frame.iloc[i]
        out.write(
            ",".join(
                [
                    "" if times is None else str(times[i]),
                    "" if level == "-" else number(row[level]),
                    number(row[lat]),
                    number(row[lon]),
                    number(row[variable]),
                ]
            )
            + "\n"
        )
