package dev.shoal.cf;

import java.io.Serializable;

/**
 * Which parent every index of a child dimension belongs to.
 *
 * @param child dimension of the many, such as {@code obs}
 * @param parent dimension of the few, such as {@code profile}
 * @param variable that says so
 * @param kind how it says so
 */
public record RaggedLink(String child, String parent, String variable, Kind kind) implements Serializable {

    /** The two ways of CF to link dimensions. */
    public enum Kind {
        /** The variable lies on the parent and holds how many children each has; children are in the parents' order. */
        COUNT,
        /** The variable lies on the child and holds the index of its parent. */
        INDEX
    }
}
