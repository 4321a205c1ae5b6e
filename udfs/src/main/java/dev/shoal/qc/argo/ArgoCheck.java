package dev.shoal.qc.argo;

import java.io.Serializable;

/** One of Argo's real-time tests with its thresholds. */
public interface ArgoCheck extends Serializable {

    /** Returns which of the tests this is. */
    ArgoTest test();

    /**
     * Tests one profile: says in its work whether it could, and raises flags.
     *
     * @param work the profile and the flags so far
     */
    void run(ArgoWork work);
}
