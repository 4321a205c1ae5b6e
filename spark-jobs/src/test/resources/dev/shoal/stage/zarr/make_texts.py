"""Makes netCDF-4 files with characters, texts and truth values: make_texts.py FOLDER."""
import sys

import netCDF4
import numpy as np

NAMES = ["Aberdeen", "Öresund", "", "Brest ", "Vigo"]
WORDS = ["", "calm", "rough sea", "Böe", "温度 ok"]

for number in range(3):
    with netCDF4.Dataset(f"{sys.argv[1]}/texts-{number}.nc", "w") as file:
        file.createDimension("time", None)
        file.createDimension("station", 5)
        file.createDimension("letters", 10)
        file.createDimension("one", 1)
        time = file.createVariable("time", "f8", ("time",))
        time.units = "days since 2020-01-01"
        name = file.createVariable("name", "S1", ("station", "letters"))
        name.long_name = "name of the station"
        code = file.createVariable("code", "S1", ("time", "letters"), fill_value=b" ")
        mode = file.createVariable("mode", "S1", ("station", "one"))
        flag = file.createVariable("flag", "S1", ("time", "station"))
        remark = file.createVariable("remark", str, ("time", "station"))
        title = file.createVariable("title", str, ())
        label = file.createVariable("label", str, ("station",))
        bottle = file.createVariable("bottle", "i1", ("time",))
        bottle.setncattr("dtype", "bool")
        depth = file.createVariable("depth", "f4", ("time", "station"))
        time[:] = np.arange(4) + 4 * number
        raw = np.zeros((5, 10), "S1")
        for at, text in enumerate(NAMES):
            for place, byte in enumerate(text.encode()):
                raw[at, place] = bytes([byte])
        name[:] = raw
        for step in range(4):
            text = f"c{4 * number + step:03d}".encode()
            code[step] = np.array([text[i : i + 1] if i < len(text) else b" " for i in range(10)])
        mode[:] = np.array([[b"R"], [b"D"], [b"A"], [b"R"], [b"D"]])
        flag[:] = np.array([[bytes([49 + (step + at) % 9]) for at in range(5)] for step in range(4)])
        for step in range(4):
            for at in range(5):
                remark[step, at] = WORDS[(4 * number + step + at) % 5]
        title[...] = "Stations"
        for at in range(5):
            label[at] = WORDS[at] + "!"
        bottle[:] = np.arange(4) % 2
        depth[:] = np.arange(20).reshape(4, 5) + 20 * number
