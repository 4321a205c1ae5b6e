"""Writes a seeded archive of small files as the Argo data centres lay them out: one profile a file, netCDF-3 (every other one
netCDF-4, which the format also allows), 64 variables with the manual's names, text and quality flags; 20 kB, and 90 kB as netCDF-4."""

import multiprocessing
import pathlib

import netCDF4
import numpy as np

from archive import SEED

LENGTHS = {"DATE_TIME": 14, "STRING256": 256, "STRING64": 64, "STRING32": 32, "STRING16": 16, "STRING8": 8, "STRING4": 4,
           "STRING2": 2, "N_PROF": 1, "N_PARAM": 3, "N_CALIB": 1, "N_HISTORY": None}
TEXTS = """DATA_TYPE/STRING16 FORMAT_VERSION/STRING4 HANDBOOK_VERSION/STRING4 REFERENCE_DATE_TIME/DATE_TIME
DATE_CREATION/DATE_TIME DATE_UPDATE/DATE_TIME PLATFORM_NUMBER/N_PROF,STRING8 PROJECT_NAME/N_PROF,STRING64
PI_NAME/N_PROF,STRING64 STATION_PARAMETERS/N_PROF,N_PARAM,STRING16 DIRECTION/N_PROF DATA_CENTRE/N_PROF,STRING2
DC_REFERENCE/N_PROF,STRING32 DATA_STATE_INDICATOR/N_PROF,STRING4 DATA_MODE/N_PROF PLATFORM_TYPE/N_PROF,STRING32
FLOAT_SERIAL_NO/N_PROF,STRING32 FIRMWARE_VERSION/N_PROF,STRING32 WMO_INST_TYPE/N_PROF,STRING4 JULD_QC/N_PROF POSITION_QC/N_PROF
POSITIONING_SYSTEM/N_PROF,STRING8 VERTICAL_SAMPLING_SCHEME/N_PROF,STRING256 PROFILE_PRES_QC/N_PROF PROFILE_TEMP_QC/N_PROF
PROFILE_PSAL_QC/N_PROF PARAMETER/N_PROF,N_CALIB,N_PARAM,STRING16 SCIENTIFIC_CALIB_EQUATION/N_PROF,N_CALIB,N_PARAM,STRING256
SCIENTIFIC_CALIB_COEFFICIENT/N_PROF,N_CALIB,N_PARAM,STRING256 SCIENTIFIC_CALIB_COMMENT/N_PROF,N_CALIB,N_PARAM,STRING256
SCIENTIFIC_CALIB_DATE/N_PROF,N_CALIB,N_PARAM,DATE_TIME HISTORY_INSTITUTION/N_HISTORY,N_PROF,STRING4
HISTORY_STEP/N_HISTORY,N_PROF,STRING4 HISTORY_SOFTWARE/N_HISTORY,N_PROF,STRING4 HISTORY_SOFTWARE_RELEASE/N_HISTORY,N_PROF,STRING4
HISTORY_REFERENCE/N_HISTORY,N_PROF,STRING64 HISTORY_DATE/N_HISTORY,N_PROF,DATE_TIME HISTORY_ACTION/N_HISTORY,N_PROF,STRING4
HISTORY_PARAMETER/N_HISTORY,N_PROF,STRING16 HISTORY_QCTEST/N_HISTORY,N_PROF,STRING16"""
MEASURED = {"PRES": ("sea_water_pressure", "decibar", 0.0, 12000.0), "TEMP": ("sea_water_temperature", "degree_Celsius", -2.5, 40.0),
            "PSAL": ("sea_water_salinity", "psu", 2.0, 41.0)}
TIME_UNITS = "days since 1950-01-01 00:00:00 UTC"


def text(out, name, dimensions, value):
    variable = out.createVariable(name, "S1", dimensions, fill_value=b" ")
    variable.long_name = name.replace("_", " ").capitalize()
    variable.conventions = "Argo reference table"
    if "N_HISTORY" not in dimensions:
        shape = variable.shape
        variable[:] = np.array(list(value.ljust(int(np.prod(shape)))[:int(np.prod(shape))]), "S1").reshape(shape)


def number(out, name, kind, dimensions, fill, values, **attributes):
    variable = out.createVariable(name, kind, dimensions, fill_value=fill)
    variable.set_auto_maskandscale(False)
    variable.setncatts({"long_name": name.replace("_", " ").capitalize(), **attributes})
    if values is not None:
        variable[:] = values


def write(profile, path):
    random = np.random.default_rng([SEED, profile])
    levels = int(random.integers(60, 300))
    platform = 5900000 + profile // 100
    kind = "NETCDF3_CLASSIC" if profile % 2 == 0 else "NETCDF4_CLASSIC"
    with netCDF4.Dataset(path, "w", format=kind) as out:
        out.setncatts({"title": "Argo float vertical profile", "institution": "FR GDAC", "source": "Argo float",
                       "history": "2026-01-01T00:00:00Z creation", "references": "http://www.argodatamgt.org/Documentation",
                       "user_manual_version": "3.1", "Conventions": "Argo-3.1 CF-1.6", "featureType": "trajectoryProfile"})
        for name, length in {**LENGTHS, "N_LEVELS": levels}.items():
            out.createDimension(name, length)
        for entry in TEXTS.split():
            name, dimensions = entry.split("/")
            value = {"PLATFORM_NUMBER": str(platform), "DATA_TYPE": "Argo profile", "REFERENCE_DATE_TIME": "19500101000000",
                     "JULD_QC": "1", "POSITION_QC": "1", "DIRECTION": "A", "DATA_MODE": "R"}.get(name, "")
            text(out, name, dimensions.split(","), value)
        juld = 20000 + 10.0 * (profile % 100) + random.random()
        number(out, "JULD", "f8", ("N_PROF",), 999999.0, juld, standard_name="time", units=TIME_UNITS, axis="T",
               conventions="Relative julian days with decimal part (as parts of day)")
        number(out, "JULD_LOCATION", "f8", ("N_PROF",), 999999.0, juld, units=TIME_UNITS)
        number(out, "LATITUDE", "f8", ("N_PROF",), 99999.0, 120 * random.random() - 60, standard_name="latitude",
               units="degree_north", valid_min=-90.0, valid_max=90.0, axis="Y")
        number(out, "LONGITUDE", "f8", ("N_PROF",), 99999.0, 360 * random.random() - 180, standard_name="longitude",
               units="degree_east", valid_min=-180.0, valid_max=180.0, axis="X")
        number(out, "CYCLE_NUMBER", "i4", ("N_PROF",), 99999, profile % 100)
        number(out, "CONFIG_MISSION_NUMBER", "i4", ("N_PROF",), 99999, 1)
        for end in ("START", "STOP", "PREVIOUS"):
            number(out, f"HISTORY_{end}_{'VALUE' if end == 'PREVIOUS' else 'PRES'}", "f4", ("N_HISTORY", "N_PROF"),
                   np.float32(99999), None)
        pressure = np.sort(2000 * random.random(levels)).astype("f4")
        fields = {"PRES": pressure, "TEMP": (2 + 20 * np.exp(-pressure / 400) + 0.02 * random.standard_normal(levels)),
                  "PSAL": (34.5 + 0.8 * np.exp(-pressure / 300) + 0.005 * random.standard_normal(levels))}
        for name, (standard, units, low, high) in MEASURED.items():
            for ending in ("", "_ADJUSTED"):
                number(out, name + ending, "f4", ("N_PROF", "N_LEVELS"), np.float32(99999),
                       np.round(fields[name], 3)[None, :].astype("f4"), standard_name=standard, units=units,
                       valid_min=np.float32(low), valid_max=np.float32(high), C_format="%9.3f", FORTRAN_format="F9.3",
                       resolution=np.float32(0.001))
                text(out, name + ending + "_QC", ("N_PROF", "N_LEVELS"), "1" * levels)
            number(out, name + "_ADJUSTED_ERROR", "f4", ("N_PROF", "N_LEVELS"), np.float32(99999),
                   np.full((1, levels), 0.01, "f4"), units=units)


def write_if_absent(task):
    profile, path = task
    if not path.exists():
        part = path.with_suffix(".part")
        write(profile, part)
        part.rename(path)


def make(folder, files):
    """Makes the archive where it is not there yet."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with multiprocessing.Pool() as pool:
        pool.map(write_if_absent, [
            (profile, folder / f"R{5900000 + profile // 100}_{profile % 100:03d}.nc") for profile in range(files)])
