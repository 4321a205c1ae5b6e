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

    static final String SCALE = "DIMENSION_SCALE";
    static final String BARE = "This is a netCDF dimension but not a netCDF variable";

    /** Stands before the name of a variable that has a dimension's name but is not its coordinate. */
    static final String NOT_COORDINATE = "_nc4_non_coord_";

    private Hdf5Names() {}

    /** Tells whether a dataset of these attributes stands for a dimension. */
    static boolean isScale(Hdf5Attributes attributes) {
        return attributes
                .find("CLASS")
                .flatMap(Attribute::text)
                .filter(SCALE::equals)
                .isPresent();
    }

    /** Tells whether a dataset that stands for a dimension is none but that. */
    static boolean isBare(Hdf5Attributes attributes) {
        return attributes
                .find("NAME")
                .flatMap(Attribute::text)
                .filter(text -> text.startsWith(BARE))
                .isPresent();
    }

    /** Returns the path of the variable that a dataset keeps. */
    static String variable(Hdf5Dataset dataset) {
        String name = dataset.name();
        return name.startsWith(NOT_COORDINATE)
                ? dataset.path().substring(0, dataset.path().length() - name.length())
                        + name.substring(NOT_COORDINATE.length())
                : dataset.path();
    }
}
