"""The peer: the time series of the cell nearest to a place with xarray, as its manual says."""

import argparse
import glob
import json
import time

import xarray


def series(archive, lat, lon):
    with xarray.open_mfdataset(
            sorted(glob.glob(archive + "/*.nc")), combine="nested", concat_dim="time", data_vars="minimal",
            coords="minimal", compat="override", join="override") as data:
        answer = data.sst.sel(lat=lat, lon=lon, method="nearest").load()
    seconds = answer.time.values.astype("datetime64[us]").astype("i8") / 1e6
    return [[float(when), float(value)] for when, value in zip(seconds, answer.values)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("archive")
    parser.add_argument("--lat", type=float, required=True)
    parser.add_argument("--lon", type=float, required=True)
    parser.add_argument("--runs", type=int, default=1, help="in one process")
    arguments = parser.parse_args()
    for _ in range(arguments.runs):
        begin = time.monotonic()
        answer = series(arguments.archive, arguments.lat, arguments.lon)
        print(json.dumps({"query": "point", "seconds": time.monotonic() - begin, "answer": answer}))


if __name__ == "__main__":
    main()
