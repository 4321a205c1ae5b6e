package dev.shoal.netcdf;

import dev.shoal.plan.Window;

/** What every reader asks of a request before it reads. */
final class Requests {

    private Requests() {}

    /** Refuses types that cannot be read, windows outside the variable, and 2^31 elements or more. */
    static void check(String location, VariableHeader variable, Window window) throws UnreadableException {
        if (variable.type() == ElementType.OTHER) {
            throw new UnreadableException("Cannot read " + location + ", variable " + variable.name()
                    + ": found a compound, opaque, enumerated, reference or variable-length type, expected numbers or"
                    + " text. Leave the variable out.");
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

    static IllegalArgumentException noSuchVariable(String location, VariableHeader variable) {
        return new IllegalArgumentException("Cannot read " + location + ", variable " + variable.name()
                + ": found no such variable, expected one of this file's header.");
    }
}
