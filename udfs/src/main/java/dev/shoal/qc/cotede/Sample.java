package dev.shoal.qc.cotede;

/** The flag of one sample; what {@link Flagging}s without state between samples are made of. */
@FunctionalInterface
interface Sample {

    /** Returns a {@link CotedeFlag} code. */
    byte flag(int i);

    /** Returns a flagging that asks sample by sample. */
    static Flagging each(Sample sample) {
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                flags[i - start] = sample.flag(i);
            }
        };
    }

    /** Returns a flagging that asks only where there is a value, and says elsewhere that it is missing. */
    static Flagging ofValues(Profile profile, Sample sample) {
        return each(i -> profile.isMissing(i) ? CotedeFlag.MISSING : sample.flag(i));
    }
}
