package dev.shoal.zarr.icechunk;

import java.io.Serializable;

/**
 * What leads to a commit of a repository: {@code icechunk:PATH@REF}.
 *
 * @param root path or URI of the repository
 * @param ref a branch, a tag, or the id of a snapshot
 */
public record CommitName(String root, String ref) implements Serializable {

    private static final String SCHEME = "icechunk:";

    /** Tells whether a location is written like this. */
    public static boolean isNamed(String location) {
        return location.startsWith(SCHEME);
    }

    /** Reads a location; without {@code @REF} it is the branch {@code main}. */
    public static CommitName of(String location) {
        String text = isNamed(location) ? location.substring(SCHEME.length()) : location;
        int at = text.lastIndexOf('@');
        return at > text.lastIndexOf('/')
                ? new CommitName(text.substring(0, at), text.substring(at + 1))
                : new CommitName(text, IcechunkRepository.MAIN);
    }

    /** Reads the location of a store, which is the branch {@code main} where it is not written like this. */
    public static CommitName ofStore(String location) {
        return isNamed(location) ? of(location) : new CommitName(location, IcechunkRepository.MAIN);
    }

    /** Returns the same repository at another commit. */
    public CommitName at(String other) {
        return new CommitName(root, other);
    }

    @Override
    public String toString() {
        return SCHEME + root + "@" + ref;
    }
}
