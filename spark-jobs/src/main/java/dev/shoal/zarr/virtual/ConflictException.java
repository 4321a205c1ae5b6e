package dev.shoal.zarr.virtual;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Files, or variables of them, that cannot be one virtual store: a fault of the data. */
public final class ConflictException extends IOException {

    private static final long serialVersionUID = 1;

    /** So many are told of in the message. */
    private static final int MOST_TOLD = 20;

    private final ArrayList<Conflict> conflicts;

    /**
     * Makes the error.
     *
     * @param conflicts at least one
     */
    public ConflictException(List<Conflict> conflicts) {
        this(conflicts, Copying.REFUSE);
    }

    /**
     * Makes the error.
     *
     * @param conflicts at least one
     * @param copying whether copying was asked for, which these conflicts cannot be mended by
     */
    public ConflictException(List<Conflict> conflicts, Copying copying) {
        super(message(conflicts, copying));
        this.conflicts = new ArrayList<>(conflicts);
    }

    private static String message(List<Conflict> conflicts, Copying copying) {
        String told = conflicts.stream()
                .limit(MOST_TOLD)
                .map(Conflict::message)
                .collect(Collectors.joining(System.lineSeparator() + "  "));
        String more = conflicts.size() > MOST_TOLD ? System.lineSeparator() + "  and more" : "";
        return "Cannot make one virtual store, " + conflicts.size() + " conflicts:" + System.lineSeparator() + "  "
                + told + more + System.lineSeparator()
                + (copying == Copying.REFUSE
                        ? "Copy just those with --copy-conflicts, which mends differences of packing, fill values,"
                                + " types, filters and chunks. Or leave"
                        : "Copying does not mend these. Leave")
                + " the files out, leave the variables out with --drop, or copy all data with shoal zarr send.";
    }

    /** Returns all of them. */
    public List<Conflict> conflicts() {
        return new ArrayList<>(conflicts);
    }
}
