"""Writes references with templates and generators to a file of numbers, and what must be read.

python3 make_references.py FOLDER EXPECTED
"""
import json
import pathlib
import sys

import fsspec
import numcodecs
import numpy as np
import zarr

folder, expected = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
numbers = np.random.default_rng(3).normal(size=(6, 4, 5)).astype("<f4")
whole = numcodecs.Zlib(5)
header, parts, data = b"HEADER!!", [], b""
for t in range(6):
    chunk = numcodecs.Shuffle(4).encode(numbers[t])
    chunk = whole.encode(chunk)
    parts.append((len(header) + len(data), len(chunk)))
    data += chunk + b"-" * 7
(folder / "data_2.bin").write_bytes(header + data)
(folder / "plain.bin").write_bytes(numbers.tobytes())
zarray = {"zarr_format": 2, "shape": [6, 4, 5], "chunks": [1, 4, 5], "dtype": "<f4", "fill_value": "NaN", "order": "C"}
packed = {**zarray, "compressor": whole.get_config(), "filters": [numcodecs.Shuffle(4).get_config()]}
plain = {**zarray, "compressor": None, "filters": None}
references = {
    "version": 1,
    "templates": {"u": str(folder), "f": str(folder) + "/data_{{ c }}.bin"},
    "gen": [
        {
            "key": "generated/{{ t }}.{{ y }}.0",
            "url": "{{ u }}/plain.bin",
            "offset": "{{ (t * 4 + y) * 20 }}",
            "length": "20",
            "dimensions": {"t": {"start": 0, "stop": 6, "step": 1}, "y": [0, 3, 1, 2]},
        }
    ],
    "refs": {
        ".zgroup": json.dumps({"zarr_format": 2}),
        "packed/.zarray": json.dumps(packed),
        "generated/.zarray": json.dumps({**plain, "chunks": [1, 1, 5]}),
        "inline/.zarray": json.dumps({**plain, "shape": [4], "chunks": [4], "dtype": "|i1", "fill_value": 0}),
        "inline/0": "abcd",
        **{f"packed/{t}.0.0": ["{{ f(c=2) }}", *part] for t, part in enumerate(parts)},
    },
}
(folder / "refs.json").write_text(json.dumps(references))
files = fsspec.filesystem("reference", fo=str(folder / "refs.json"), remote_protocol="file", simple_templates=False)
for name, array in zarr.open_group(files.get_mapper(""), mode="r").arrays():
    (expected / name).write_bytes(array[...].tobytes())
