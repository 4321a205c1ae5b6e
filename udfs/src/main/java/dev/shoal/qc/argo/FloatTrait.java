package dev.shoal.qc.argo;

/** What is particular to a float and decides which tests see its data. */
public enum FloatTrait {
    /** A float of NKE (Provor, Arvor). */
    NKE,
    /** An Apex float that sends through Argos. */
    APEX_ARGOS,
    /** An Apex float that sends through Iridium, or a Navis float. */
    APEX_IRIDIUM,
    /** A float that profiles deeper than 2000 dbar. */
    DEEP,
    /** A CTD of RBR, which tells the temperature of its conductivity cell. */
    RBR_CTD,
    /** A CTD of RBR made before April 2021, whose salinity has no correction of its compressibility. */
    RBR_CTD_BEFORE_APRIL_2021,
    /** An oxygen optode that is not in the CTD's pumped flow, so that its near-surface data need no pump. */
    UNPUMPED_OPTODE
}
