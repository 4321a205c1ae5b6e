#!/usr/bin/python3
"""Prints what Debian's python3-gsw (3.6.16) makes of seeded random seawater, as CSV with a header.

Run: /usr/bin/python3 gsw_values.py SEED COUNT [> gsw_values.csv]
The file beside this script is that of seed 10, count 200.
"""
import sys

import gsw
import numpy as np

seed, count = int(sys.argv[1]), int(sys.argv[2])
random = np.random.default_rng(seed)
p = np.where(random.random(count) < 0.3, random.uniform(0, 50, count), random.uniform(0, 8000, count))
t = random.uniform(-2, 2, count) + 33 * random.random(count) * np.exp(-p / 1200)
sp = np.where(random.random(count) < 0.2, random.uniform(0, 42, count), random.uniform(30, 38, count))
lon = random.uniform(-180, 360, count)
lat = random.uniform(-85.9, 90, count)
some = random.random(count)
lon = np.where(some < 0.10, random.uniform(7, 45, count), lon)
lat = np.where(some < 0.10, random.uniform(50, 69, count), lat)
lon = np.where((some > 0.9), random.uniform(260, 292, count), lon)
lat = np.where((some > 0.9), random.uniform(3.4, 19.55, count), lat)
lon = np.where((some > 0.8) & (some < 0.85), np.round(lon / 4) * 4, lon)

sa = gsw.SA_from_SP(sp, p, lon, lat)
ct = gsw.CT_from_t(sa, t, p)
z = gsw.z_from_p(p, lat)
columns = {
    "sp": sp,
    "t": t,
    "p": p,
    "lon": lon,
    "lat": lat,
    "sa": sa,
    "sp_from_sa": gsw.SP_from_SA(sa, p, lon, lat),
    "ct": ct,
    "pt0": gsw.pt0_from_t(sa, t, p),
    "pt_4000": gsw.pt_from_t(sa, t, p, 4000),
    "pt_from_ct": gsw.pt_from_CT(sa, ct),
    "t_from_ct": gsw.t_from_CT(sa, ct, p),
    "rho": gsw.rho(sa, ct, p),
    "sigma0": gsw.sigma0(sa, ct),
    "rho_t_exact": gsw.rho_t_exact(sa, t, p),
    "pot_rho_t_exact": gsw.pot_rho_t_exact(sa, t, p, 0),
    "sound_speed": gsw.sound_speed(sa, ct, p),
    "t_freezing": gsw.t_freezing(sa, p, 1),
    "ct_freezing_air_free": gsw.CT_freezing(sa, p, 0),
    "z": z,
    "p_from_z": gsw.p_from_z(z, lat),
    "grav": gsw.grav(lat, p),
}
print(",".join(columns))
for row in zip(*columns.values()):
    print(",".join(repr(float(value)) for value in row))
