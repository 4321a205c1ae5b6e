package dev.shoal.qc.window;

/** A fixed number of samples. */
record SampleWindow(int samples) implements Window {

    SampleWindow {
        if (samples < 1) {
            throw new IllegalArgumentException(
                    "Cannot make a window of " + samples + " samples: expected at least one.");
        }
    }

    @Override
    public void starts(int from, int to, int[] starts) {
        for (int i = from; i < to; i++) {
            starts[i - from] = Math.max(0, i - samples + 1);
        }
    }
}
