package dev.shoal.netcdf;

import java.util.Set;

/** Names that the netCDF-4 format reserves inside HDF5. */
final class Hdf5Names {

    /** Attributes that keep dimensions and properties; they are the format's, not the user's. */
    static final Set<String> BOOKKEEPING = Set.of(
            "CLASS",
            "NAME",
            "REFERENCE_LIST",
            "DIMENSION_LIST",
            "_Netcdf4Dimid",
            "_Netcdf4Coordinates",
            "_nc3_strict",
            "_NCProperties");

    private Hdf5Names() {}
}
