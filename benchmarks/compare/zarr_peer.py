"""The peer: netCDF into Zarr with xarray, as its manual says, with dask's scheduler of one's choice."""

import argparse
import glob
import json
import time

import dask
import numcodecs
import xarray
import zarr  # noqa: F401  (counted in the start-up of every run)

CODEC = {"compressor": numcodecs.Zstd(3), "filters": [numcodecs.Shuffle(4)]}


def send(archive, store, chunks, read):
    """Makes a store of the files of a folder, read in blocks of the store's chunks or of other lengths."""
    data = xarray.open_mfdataset(
        sorted(glob.glob(archive + "/*.nc")), combine="nested", concat_dim="time", chunks=read, data_vars="minimal",
        coords="minimal", compat="override", join="override")
    data = data.chunk(chunks)
    for variable in data.variables.values():
        variable.encoding.clear()
    data.to_zarr(store, mode="w", consolidated=True, encoding={"sst": {**CODEC, "chunks": tuple(chunks.values())}})


def append(files, store, read):
    """Adds files one after the other, read in blocks or at once; prints the seconds that each took."""
    for file in files:
        begin, processors = time.perf_counter(), time.process_time()
        with xarray.open_dataset(file, chunks=read) as day:
            for variable in day.variables.values():
                variable.encoding.clear()
            day.to_zarr(store, append_dim="time", consolidated=True)
        print(json.dumps({"seconds": time.perf_counter() - begin, "cpuSeconds": time.process_time() - processors}), flush=True)


def lengths(text):
    return dict(zip(("time", "lat", "lon"), map(int, text.split(","))))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", choices=["send", "append"])
    parser.add_argument("store")
    parser.add_argument("files", nargs="+", help="the folder to send, or the files to append")
    parser.add_argument("--chunks", type=lengths, help="time,lat,lon")
    parser.add_argument("--read", type=lengths, help="time,lat,lon that dask reads at once; an append without is numpy's")
    parser.add_argument("--scheduler", choices=["threads", "cluster"], default="threads")
    parser.add_argument("--workers", type=int, default=4)
    arguments = parser.parse_args()
    if arguments.work == "append":
        with dask.config.set(scheduler="threads", num_workers=arguments.workers):
            append(arguments.files, arguments.store, arguments.read)
        return
    read = arguments.read or {"time": 15, "lat": 360, "lon": 720}
    if arguments.scheduler == "cluster":
        from distributed import Client, LocalCluster
        with LocalCluster(n_workers=arguments.workers, threads_per_worker=1, dashboard_address=None) as cluster:
            with Client(cluster):
                send(arguments.files[0], arguments.store, arguments.chunks, read)
        return
    with dask.config.set(scheduler="threads", num_workers=arguments.workers):
        send(arguments.files[0], arguments.store, arguments.chunks, read)


if __name__ == "__main__":
    main()
