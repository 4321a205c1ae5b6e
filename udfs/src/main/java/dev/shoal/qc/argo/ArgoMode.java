package dev.shoal.qc.argo;

/** Whether values are as the float sent them or adjusted in real time; each set of values is tested by itself. */
public enum ArgoMode {
    /** {@code <PARAM>}: as the float sent it (data mode R). */
    REAL_TIME,
    /** {@code <PARAM>_ADJUSTED}: adjusted in real time (data mode A). */
    ADJUSTED
}
