package dev.shoal.qc.conformance;

/**
 * What became of one case.
 *
 * @param id of the case
 * @param system the peer
 * @param test the peer's
 * @param set how the case counts
 * @param outcome whether Shoal gave what was expected
 * @param difference where it did not, what was found and what expected first; empty where right
 */
public record CaseResult(String id, String system, String test, CaseSet set, Outcome outcome, String difference) {

    /** Whether Shoal gave what was expected. */
    public enum Outcome {
        /** As expected. */
        RIGHT,
        /** Otherwise. */
        WRONG,
        /** Shoal has no such test. */
        NOT_BUILT
    }

    static CaseResult right(PeerCase call) {
        return new CaseResult(call.id(), call.system(), call.test(), CaseSet.of(call), Outcome.RIGHT, "");
    }

    static CaseResult wrong(PeerCase call, String difference) {
        return new CaseResult(call.id(), call.system(), call.test(), CaseSet.of(call), Outcome.WRONG, difference);
    }

    static CaseResult notBuilt(PeerCase call) {
        String difference = "found no test " + call.test() + " of " + call.system() + ", expected one";
        return new CaseResult(call.id(), call.system(), call.test(), CaseSet.of(call), Outcome.NOT_BUILT, difference);
    }

    /** Tells whether the case counts and Shoal did not give what was expected. */
    public boolean isFailure() {
        return set != CaseSet.EXCLUDED && outcome != Outcome.RIGHT;
    }
}
