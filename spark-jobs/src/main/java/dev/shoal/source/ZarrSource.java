package dev.shoal.source;

/**
 * The Spark data source {@code zarr}: Zarr stores as rows, by the same rules as {@link NetcdfSource}. A path is a
 * store, a folder of stores, or a glob of these.
 */
public final class ZarrSource extends ArchiveSource {

    /** Makes the source; Spark does so by its name. */
    public ZarrSource() {
        super(ArchiveKind.ZARR);
    }
}
