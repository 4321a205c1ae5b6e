package dev.shoal.netcdf;

import dev.shoal.plan.Window;

/** What every reader asks of a request before it reads. */
final class Requests {

    private Requests() {}

    /** Refuses types that cannot be read, windows outside the variable, and 2^31 elements or more. */
    static void check(String location, VariableHeader variable, Window window) throws UnreadableException {
        if (variable.type() == ElementType.OTHER) {
            throw unread(location, variable, "a type that is not read");
        }
        if (window.rank() != variable.rank() || !Window.whole(variable.shape()).contains(window)) {
            throw new IllegalArgumentException("Cannot read " + location + ", variable " + variable.name()
                    + ": the window is " + window + ", expected one inside " + Window.whole(variable.shape()) + ".");
        }
        if (window.size() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("Cannot read " + location + ", variable " + variable.name()
                    + ": the window " + window + " holds " + window.size()
                    + " elements, expected fewer than 2^31. Read it in parts.");
        }
    }

    /**
     * Makes the error of a variable that cannot be read by its kind.
     *
     * @param found what it is, with its article
     */
    static UnreadableException unread(String location, VariableHeader variable, String found) {
        return new UnreadableException("Cannot read " + location + ", variable " + variable.name() + ": found " + found
                + ", expected numbers or text in this file. Leave the variable out.");
    }

    static IllegalArgumentException noSuchVariable(String location, VariableHeader variable) {
        return new IllegalArgumentException("Cannot read " + location + ", variable " + variable.name()
                + ": found no such variable, expected one of this file's header.");
    }
}
