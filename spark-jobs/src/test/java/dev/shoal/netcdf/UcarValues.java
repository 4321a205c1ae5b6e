package dev.shoal.netcdf;

/** Turns NetCDF-Java's arrays into those of {@link ArrayBlock}. */
final class UcarValues {

    private UcarValues() {}

    /** Returns the array itself, but for text: {@code char[]} becomes bytes and {@code Object[]} strings. */
    static Object of(Object values) {
        if (values instanceof char[] chars) {
            byte[] bytes = new byte[chars.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) chars[i];
            }
            return bytes;
        }
        if (values instanceof Object[] objects) {
            String[] texts = new String[objects.length];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = objects[i] == null ? "" : objects[i].toString();
            }
            return texts;
        }
        return values;
    }
}
