"""Prints where h5py finds the chunks of every dataset: path, first cell, byte, bytes, skipped filters."""

import sys

import h5py

with h5py.File(sys.argv[1], "r") as file:

    def show(path, item):
        if not isinstance(item, h5py.Dataset):
            return
        if item.chunks is None:
            if item.id.get_offset() is not None:
                print(path, "0", item.id.get_offset(), item.id.get_storage_size(), 0, sep="\t")
            return
        for number in range(item.id.get_num_chunks()):
            chunk = item.id.get_chunk_info(number)
            start = ",".join(map(str, chunk.chunk_offset))
            print(path, start, chunk.byte_offset, chunk.size, chunk.filter_mask, sep="\t")

    file.visititems(show)
