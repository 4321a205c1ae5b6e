package dev.shoal.qc.conformance;

import java.util.Locale;

/** How a case counts, told by the peer it comes from and by its tags. */
public enum CaseSet {
    /** The peer is right: the same flags are expected. */
    MUST_MATCH,
    /** The peer is wrong or fails; the flags expected are those of its code with the fault mended. */
    MUST_BEAT,
    /** A profile of another program's tests. */
    PROFILE,
    /** Not counted: the peer's own fault, or an input that only the peer's language can have. */
    EXCLUDED;

    static CaseSet of(PeerCase call) {
        if (call.tags().contains("unportable_input")) {
            return EXCLUDED;
        }
        if (call.system().endsWith("+fixes")) {
            return MUST_BEAT;
        }
        if (!call.system().equals("ioos_qc")) {
            return PROFILE;
        }
        return call.tags().contains("upstream_bug") ? EXCLUDED : MUST_MATCH;
    }

    /** Returns the name in small letters, in words. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
