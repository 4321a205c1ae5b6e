package dev.shoal.source;

import java.util.Arrays;
import java.util.Optional;

/** What the paths of a table lead to. */
enum ArchiveKind {
    /** Files: netCDF-3, netCDF-4 and HDF5. */
    NETCDF("netcdf"),
    /** Folders that are Zarr stores. */
    ZARR("zarr");

    private final String title;

    ArchiveKind(String title) {
        this.title = title;
    }

    /** Returns the name as a format, and as a namespace of the catalogue. */
    String title() {
        return title;
    }

    /** Returns the kind whose namespace this is, or nothing. */
    static Optional<ArchiveKind> ofNamespace(String... namespace) {
        return Arrays.stream(values())
                .filter(kind -> Arrays.equals(namespace, new String[] {kind.title}))
                .findFirst();
    }
}
