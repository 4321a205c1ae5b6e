"""Tells where the stored chunks of netCDF-4 variables lie, by HDF5's own library."""

import h5py


def entries(path, name):
    """Returns (offset in the array, byte offset in the file, bytes stored, bytes decoded) of every chunk of a variable."""
    with h5py.File(path, "r") as file:
        variable = file[name]
        decoded = int(variable.dtype.itemsize)
        for length in variable.chunks:
            decoded *= length
        infos = (variable.id.get_chunk_info(index) for index in range(variable.id.get_num_chunks()))
        return [(info.chunk_offset, info.byte_offset, info.size, decoded) for info in infos]


def write_list(paths, name, to):
    """Writes what InflateLimit reads."""
    with open(to, "w") as out:
        for path in paths:
            for _, offset, stored, decoded in entries(path, name):
                out.write(f"{path} {offset} {stored} {decoded}\n")
