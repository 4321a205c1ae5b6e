package dev.shoal.qc.conformance;

/** Scores calls of peers' tests against Shoal's tests of the same kind. */
public final class Conformance {

    private Conformance() {}

    /**
     * Scores one call.
     *
     * @param tree a line of the vectors as a JSON parser gives it: id, system, test, params, inputs, expected, tags
     * @return what became of it; a test that Shoal does not have, and one that fails, are no exceptions
     * @throws IllegalArgumentException if the tree is no conformance vector
     */
    public static CaseResult score(Object tree) {
        PeerCase call = PeerCase.of(tree);
        if (CaseSet.of(call) == CaseSet.EXCLUDED) {
            return CaseResult.right(call);
        }
        try {
            return peer(call).score(call);
        } catch (RuntimeException e) { // A fault of Shoal's in one case must not hide what the others give.
            return CaseResult.wrong(call, "found the fault " + e);
        }
    }

    private static Peer peer(PeerCase call) {
        return switch (call.system()) {
            case "ioos_qc", "ioos_qc+fixes" -> new IoosPeer();
            case "cotede" -> new CotedePeer();
            case "autoqc" -> new AutoqcPeer();
            default -> CaseResult::notBuilt;
        };
    }

    /** How the calls of one peer are scored. */
    interface Peer {
        CaseResult score(PeerCase call);
    }
}
