"""Writes projections.csv: points on maps by PROJ's `proj` (9.1.1), the judge of GridMapping.

Each line: grid mapping name | its attributes | x | y | longitude | latitude, where x and y are metres, or degrees for a rotated
pole, or radians for a satellite.
"""
import math
import random
import subprocess

WGS84 = 'semi_major_axis=6378137 inverse_flattening=298.257223563', '+ellps=WGS84'
HUGHES = 'semi_major_axis=6378273 inverse_flattening=298.279411123064', '+a=6378273 +rf=298.279411123064'
SPHERE = 'earth_radius=6371229', '+R=6371229'
GRS80 = 'semi_major_axis=6378137 semi_minor_axis=6356752.31414', '+a=6378137 +b=6356752.31414'

CASES = [
    ('polar_stereographic', 'straight_vertical_longitude_from_pole=-45 latitude_of_projection_origin=90 standard_parallel=70 false_easting=0', HUGHES, '+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45', (-180, 180, 40, 89)),
    ('polar_stereographic', 'straight_vertical_longitude_from_pole=0 latitude_of_projection_origin=-90 standard_parallel=-70', HUGHES, '+proj=stere +lat_0=-90 +lat_ts=-70 +lon_0=0', (-180, 180, -89, -40)),
    ('polar_stereographic', 'straight_vertical_longitude_from_pole=10 latitude_of_projection_origin=90 scale_factor_at_projection_origin=0.994 false_easting=2000000 false_northing=2000000', WGS84, '+proj=stere +lat_0=90 +k_0=0.994 +lon_0=10 +x_0=2000000 +y_0=2000000', (-180, 180, 50, 89)),
    ('lambert_azimuthal_equal_area', 'longitude_of_projection_origin=10 latitude_of_projection_origin=52 false_easting=4321000 false_northing=3210000', GRS80, '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000', (-30, 50, 30, 75)),
    ('lambert_azimuthal_equal_area', 'longitude_of_projection_origin=0 latitude_of_projection_origin=90', WGS84, '+proj=laea +lat_0=90 +lon_0=0', (-180, 180, 20, 89)),
    ('lambert_azimuthal_equal_area', 'longitude_of_projection_origin=0 latitude_of_projection_origin=-90', WGS84, '+proj=laea +lat_0=-90 +lon_0=0', (-180, 180, -89, -20)),
    ('lambert_azimuthal_equal_area', 'longitude_of_projection_origin=-40 latitude_of_projection_origin=60', SPHERE, '+proj=laea +lat_0=60 +lon_0=-40', (-80, 0, 30, 80)),
    ('mercator', 'longitude_of_projection_origin=110 standard_parallel=10', WGS84, '+proj=merc +lon_0=110 +lat_ts=10', (0, 180, -75, 75)),
    ('mercator', 'longitude_of_projection_origin=0 scale_factor_at_projection_origin=0.99', SPHERE, '+proj=merc +lon_0=0 +k_0=0.99', (-170, 170, -75, 75)),
    ('lambert_conformal_conic', 'standard_parallel=25 longitude_of_central_meridian=-95 latitude_of_projection_origin=25', SPHERE, '+proj=lcc +lat_1=25 +lat_0=25 +lon_0=-95', (-140, -50, 5, 60)),
    ('lambert_conformal_conic', 'standard_parallel=33,45 longitude_of_central_meridian=-97 latitude_of_projection_origin=40', WGS84, '+proj=lcc +lat_1=33 +lat_2=45 +lat_0=40 +lon_0=-97', (-140, -50, 5, 70)),
    ('lambert_conformal_conic', 'standard_parallel=-20,-50 longitude_of_central_meridian=135 latitude_of_projection_origin=-30', GRS80, '+proj=lcc +lat_1=-20 +lat_2=-50 +lat_0=-30 +lon_0=135', (100, 170, -60, -5)),
    ('albers_conical_equal_area', 'standard_parallel=55,65 longitude_of_central_meridian=-154 latitude_of_projection_origin=50', GRS80, '+proj=aea +lat_1=55 +lat_2=65 +lat_0=50 +lon_0=-154', (-179, -130, 45, 75)),
    ('transverse_mercator', 'longitude_of_central_meridian=-2 latitude_of_projection_origin=49 scale_factor_at_central_meridian=0.9996012717 false_easting=400000 false_northing=-100000', ('semi_major_axis=6377563.396 inverse_flattening=299.3249646', '+a=6377563.396 +rf=299.3249646'), '+proj=tmerc +lat_0=49 +lon_0=-2 +k_0=0.9996012717 +x_0=400000 +y_0=-100000', (-10, 4, 48, 62)),
    ('transverse_mercator', 'longitude_of_central_meridian=15 latitude_of_projection_origin=0 scale_factor_at_central_meridian=0.9996 false_easting=500000', WGS84, '+proj=tmerc +lat_0=0 +lon_0=15 +k_0=0.9996 +x_0=500000', (0, 30, -80, 80)),
    ('lambert_cylindrical_equal_area', 'longitude_of_central_meridian=0 standard_parallel=30', WGS84, '+proj=cea +lon_0=0 +lat_ts=30', (-179, 179, -85, 85)),
    ('geostationary', 'longitude_of_projection_origin=-75 perspective_point_height=35786023 sweep_angle_axis=x', GRS80, '+proj=geos +h=35786023 +lon_0=-75 +sweep=x', (-130, -20, -60, 60)),
    ('geostationary', 'longitude_of_projection_origin=0 perspective_point_height=35785831 sweep_angle_axis=y', WGS84, '+proj=geos +h=35785831 +lon_0=0 +sweep=y', (-55, 55, -60, 60)),
    ('rotated_latitude_longitude', 'grid_north_pole_latitude=39.25 grid_north_pole_longitude=-162', ('', '+R=6371229'), '+proj=ob_tran +o_proj=longlat +o_lat_p=39.25 +o_lon_p=0 +lon_0=18', (-40, 60, 20, 75)),
    ('rotated_latitude_longitude', 'grid_north_pole_latitude=37.5 grid_north_pole_longitude=177.5 north_pole_grid_longitude=12', ('', '+R=6371229'), '+proj=ob_tran +o_proj=longlat +o_lat_p=37.5 +o_lon_p=12 +lon_0=357.5', (-40, 60, 20, 75)),
]

chance = random.Random(11)
with open('projections.csv', 'w') as out:
    out.write('name | attributes | x | y | lon | lat\n')
    for name, attributes, (figure, ellipsoid), definition, (west, east, south, north) in CASES:
        points = [(round(chance.uniform(west, east), 6), round(chance.uniform(south, north), 6)) for _ in range(20)]
        command = ['proj', '-f', '%.12f', *definition.split(), *ellipsoid.split()]
        given = '\n'.join('%r %r' % point for point in points)
        answer = subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout.split('\n')
        for (lon, lat), line in zip(points, answer):
            x, y = map(float, line.split())
            if name == 'geostationary':
                height = float(attributes.split('perspective_point_height=')[1].split()[0])
                x, y = x / height, y / height
            if name.startswith('rotated'):
                x, y = math.degrees(x), math.degrees(y)
            out.write('%s | %s | %.12g | %.12g | %r | %r\n' % (name, (attributes + ' ' + figure).strip(), x, y, lon, lat))
