"""The peer: the archive into Zarr with xarray, as its manual says, with dask's scheduler of one's choice."""

import argparse
import glob

import dask
import numcodecs
import numpy as np
import xarray
import zarr  # noqa: F401  (counted in the start-up of both kinds of run)


def convert(archive, store, chunks):
    data = xarray.open_mfdataset(
        sorted(glob.glob(archive + "/*.nc")), combine="nested", concat_dim="time", chunks={"time": 1},
        data_vars="minimal", coords="minimal", compat="override", join="override")
    data = data.chunk(chunks)
    for variable in data.variables.values():
        variable.encoding.clear()
    codec = {"compressor": numcodecs.Zstd(3), "filters": [numcodecs.Shuffle(4)]}
    data.to_zarr(store, mode="w", consolidated=True, encoding={
        "sst": {**codec, "chunks": tuple(chunks.values()), "dtype": "f4", "_FillValue": np.float32("nan")}})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("archive")
    parser.add_argument("store")
    parser.add_argument("--chunks", required=True, help="time,lat,lon")
    parser.add_argument("--scheduler", choices=["threads", "processes", "cluster"], default="threads")
    parser.add_argument("--workers", type=int, required=True)
    parser.add_argument("--nothing", action="store_true", help="start up, and stop")
    arguments = parser.parse_args()
    chunks = dict(zip(("time", "lat", "lon"), map(int, arguments.chunks.split(","))))
    if arguments.scheduler == "cluster":
        from distributed import Client, LocalCluster
        with LocalCluster(n_workers=arguments.workers, threads_per_worker=1, dashboard_address=None) as cluster:
            with Client(cluster):
                if not arguments.nothing:
                    convert(arguments.archive, arguments.store, chunks)
        return
    with dask.config.set(scheduler=arguments.scheduler, num_workers=arguments.workers):
        if not arguments.nothing:
            convert(arguments.archive, arguments.store, chunks)


if __name__ == "__main__":
    main()
