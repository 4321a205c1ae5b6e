package dev.shoal.qc.argo;

import java.util.List;

/** Argo's names of parameters; a number at the end tells the second sensor of a kind. */
final class ArgoNames {

    static final String PRES = "PRES";
    static final String TEMP = "TEMP";
    static final String PSAL = "PSAL";
    static final String DOXY = "DOXY";

    /** The pressure, temperature and salinity of one CTD. */
    record Ctd(String pressure, String temperature, String salinity) {}

    static final List<Ctd> CTDS = List.of(new Ctd(PRES, TEMP, PSAL), new Ctd("PRES2", "TEMP2", "PSAL2"));

    private ArgoNames() {}

    static boolean isPressure(String name) {
        return name.startsWith(PRES);
    }

    static boolean isOxygen(String name) {
        return name.startsWith(DOXY);
    }

    /** Returns the pressure that a parameter was measured at. */
    static String pressureOf(String name) {
        return name.equals("TEMP2") || name.equals("PSAL2") ? "PRES2" : PRES;
    }
}
