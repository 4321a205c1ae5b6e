package dev.shoal.zarr.virtual;

import java.io.Serializable;

/**
 * Why a variable of a file cannot be part of a virtual store.
 *
 * @param file its location
 * @param variable full name in the file; empty for the file as a whole
 * @param what is not as it must be, such as {@code scale_factor}
 * @param found in this file
 * @param expected by the other files, or by Zarr
 */
public record Conflict(String file, String variable, String what, String found, String expected)
        implements Serializable {

    /** Returns a sentence that names file, variable and both values. */
    public String message() {
        return file + (variable.isEmpty() ? "" : ", variable " + variable) + ": found " + what + " " + found
                + ", expected " + expected + ".";
    }
}
