package dev.shoal.weights;

import java.io.IOException;

/** A file of weights that cannot be used for what is asked. */
public final class WeightFileException extends IOException {

    private static final long serialVersionUID = 1;

    WeightFileException(String message) {
        super(message);
    }

    WeightFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
