package dev.shoal.qc.flag;

/** How a flag stands in a byte of a file or a table. */
public enum FlagForm {

    /** As the number itself: {@code 1} is the byte 1. */
    NUMBER {
        @Override
        byte stored(char code) {
            return (byte) (code - '0');
        }
    },

    /** As an ASCII character: {@code 1} is the byte 49. */
    CHARACTER {
        @Override
        byte stored(char code) {
            return (byte) code;
        }
    };

    abstract byte stored(char code);
}
