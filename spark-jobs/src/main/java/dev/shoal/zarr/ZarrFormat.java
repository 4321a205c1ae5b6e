package dev.shoal.zarr;

/** A version of the Zarr format. What differs between them is here and in the documents; callers need not ask. */
public enum ZarrFormat {
    /** Documents {@code .zarray}, {@code .zgroup}, {@code .zattrs}, and {@code .zmetadata} for all of them. */
    V2(2, "."),
    /** One document {@code zarr.json} for each node; the root's holds all the others; chunks may lie in shards. */
    V3(3, "/");

    private final int number;
    private final String separator;

    ZarrFormat(int number, String separator) {
        this.number = number;
        this.separator = separator;
    }

    /** Returns the number that the documents say. */
    public int number() {
        return number;
    }

    /** Returns what stands between the numbers of a chunk's key where nothing else is said. */
    public String separator() {
        return separator;
    }

    /** Returns how stores of this version are laid out. */
    StoreLayout layout() {
        return this == V2 ? new LayoutOfV2() : new LayoutOfV3();
    }
}
