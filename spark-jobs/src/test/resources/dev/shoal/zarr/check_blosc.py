"""Unpacks the frames that Shoal packs with c-blosc: python3 check_blosc.py FOLDER (N.plain beside N.blosc)"""
import pathlib
import sys

from numcodecs import blosc

frames = sorted(pathlib.Path(sys.argv[1]).glob("*.blosc"))
assert frames
for frame in frames:
    packed, plain = frame.read_bytes(), frame.with_suffix(".plain").read_bytes()
    assert bytes(blosc.decompress(packed)) == plain, frame
print(len(frames))
