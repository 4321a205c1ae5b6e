"""The peer: rechunker over a Zarr store, as its manual says, with dask's threads."""

import argparse

import dask
import rechunker
import zarr


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("between", help="the store between")
    parser.add_argument("--chunks", required=True, help="time,lat,lon")
    parser.add_argument("--memory", type=int, required=True, help="bytes of a task")
    parser.add_argument("--workers", type=int, required=True)
    arguments = parser.parse_args()
    source = zarr.open(arguments.source)["sst"]
    chunks = tuple(min(int(length), whole) for length, whole in zip(arguments.chunks.split(","), source.shape))
    plan = rechunker.rechunk(source, chunks, arguments.memory, arguments.target, temp_store=arguments.between,
                             target_options={"compressor": source.compressor, "filters": source.filters})
    with dask.config.set(scheduler="threads", num_workers=arguments.workers):
        plan.execute()


if __name__ == "__main__":
    main()
