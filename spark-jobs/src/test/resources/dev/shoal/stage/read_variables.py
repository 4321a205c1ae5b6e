"""Prints netCDF variables as netCDF4-python decodes them, flat: read_variables.py CASES.json

A case names file and variable; the answer is a list of lists of numbers, null for missing, kelvin as degrees Celsius.
"""
import json
import sys

import netCDF4
import numpy as np

answers = []
for case in json.load(open(sys.argv[1])):
    with netCDF4.Dataset(case["file"]) as source:
        variable = source[case["variable"]]
        values = np.ma.asarray(variable[...])
        variable.set_auto_maskandscale(False)
        raw = np.asarray(variable[...]).astype("f8") * float(getattr(variable, "scale_factor", 1))
        raw += float(getattr(variable, "add_offset", 0))
        if str(getattr(variable, "units", "")).lower() in ("k", "kelvin"):
            raw -= 273.15
        missing = np.ma.getmaskarray(values) | np.isnan(raw)
        answers.append([None if gone else value for value, gone in zip(raw.ravel().tolist(), missing.ravel().tolist())])
json.dump(answers, sys.stdout)
