"""What kerchunk does with netCDF-4 files, for machines where it cannot be installed: h5py finds every variable's header,
attributes and chunks, small ones are held, and all files are joined along time into one set of references, version 1. Not
kerchunk: it makes none of kerchunk's checks and knows no packing, groups, other filters nor other formats, so it does less."""

import argparse
import base64
import json
import multiprocessing
import pathlib

import h5py
import numpy as np

INLINE_BYTES = 100
HIDDEN = {"DIMENSION_LIST", "REFERENCE_LIST", "CLASS", "NAME", "_Netcdf4Dimid", "_Netcdf4Coordinates", "_nc3_strict",
          "_NCProperties"}


def plain(value):
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, np.ndarray):
        return [plain(item) for item in value.tolist()] if value.size != 1 else plain(value.reshape(-1)[0])
    return value.item() if isinstance(value, np.generic) else value


def attributes(dataset):
    return {name: plain(value) for name, value in dataset.attrs.items() if name not in HIDDEN}


def header(dataset):
    said = attributes(dataset)
    fill = said.pop("_FillValue", None)
    filters = [{"id": "shuffle", "elementsize": dataset.dtype.itemsize}] if dataset.shuffle else None
    compressor = {"id": "zlib", "level": dataset.compression_opts} if dataset.compression == "gzip" else None
    names = [dataset.file[dataset.attrs["DIMENSION_LIST"][axis][0]].name[1:] for axis in range(dataset.ndim)] \
        if "DIMENSION_LIST" in dataset.attrs else [dataset.name[1:]]
    return {"zarr_format": 2, "shape": list(dataset.shape), "chunks": list(dataset.chunks or dataset.shape),
            "dtype": dataset.dtype.str, "compressor": compressor, "filters": filters, "fill_value": fill, "order": "C"}, \
        {**said, "_ARRAY_DIMENSIONS": names}


def single(path):
    """Returns the header of every variable of a file and where its chunks are."""
    found = {}
    with h5py.File(path, "r") as file:
        for name, dataset in file.items():
            array, said = header(dataset)
            chunks = []
            if dataset.shape and (dataset.size * dataset.dtype.itemsize <= INLINE_BYTES or dataset.chunks is None):
                values = dataset[...]
                held = base64.b64encode(values.tobytes()).decode()
            else:
                held = None
                for at in range(dataset.id.get_num_chunks()):
                    info = dataset.id.get_chunk_info(at)
                    index = [start // length for start, length in zip(info.chunk_offset, dataset.chunks)]
                    chunks.append((index, info.byte_offset, info.size))
            found[name] = (array, said, held, chunks)
        return path, found, plain(file.attrs.get("title", ""))


def joined(singles):
    """Joins files along time; what has no time must be the same in all."""
    first = singles[0][1]
    times = [np.frombuffer(base64.b64decode(found["time"][2]), "<f8") for _, found, _ in singles]
    singles = [singles[at] for at in np.argsort([time[0] for time in times])]
    refs = {".zgroup": '{"zarr_format": 2}', ".zattrs": "{}"}
    for name, (array, said, held, _) in first.items():
        axis = said["_ARRAY_DIMENSIONS"].index("time") if "time" in said["_ARRAY_DIMENSIONS"] else -1
        array = dict(array)
        for path, found, _ in singles:
            if found[name][0] != array or found[name][1] != said or (axis < 0 and found[name][2] != held):
                raise SystemExit(f"Cannot join {path}: {name} is other than in {singles[0][0]}.")
        if axis >= 0:
            array["shape"] = [len(singles) * array["shape"][0], *array["shape"][1:]]
        if held is not None:
            array.update(compressor=None, filters=None, chunks=array["shape"])
            values = b"".join(base64.b64decode(found[name][2]) for _, found, _ in singles) if axis >= 0 else None
            key = ".".join("0" for _ in array["shape"])
            refs[f"{name}/{key}"] = "base64:" + (base64.b64encode(values).decode() if values else held)
        refs[f"{name}/.zarray"], refs[f"{name}/.zattrs"] = json.dumps(array), json.dumps(said)
        for number, (path, found, _) in enumerate(singles):
            url = "file://" + path
            for index, offset, size in found[name][3]:
                refs[f"{name}/" + ".".join(map(str, [number + index[0], *index[1:]]))] = [url, offset, size]
    return {"version": 1, "refs": refs}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", choices=["like-kerchunk", "kerchunk"])
    parser.add_argument("folder")
    parser.add_argument("output")
    arguments = parser.parse_args()
    paths = sorted(str(path) for path in pathlib.Path(arguments.folder).glob("*.nc"))
    with multiprocessing.Pool() as pool:
        if arguments.work == "kerchunk":
            from kerchunk.combine import MultiZarrToZarr
            references = MultiZarrToZarr(pool.map(by_kerchunk, paths, chunksize=50), concat_dims=["time"],
                                         identical_dims=["lat", "lon"]).translate()
        else:
            references = joined(pool.map(single, paths, chunksize=50))
    pathlib.Path(arguments.output).write_text(json.dumps(references))


def by_kerchunk(path):
    from kerchunk.hdf import SingleHdf5ToZarr
    return SingleHdf5ToZarr(path, inline_threshold=INLINE_BYTES).translate()


if __name__ == "__main__":
    main()
