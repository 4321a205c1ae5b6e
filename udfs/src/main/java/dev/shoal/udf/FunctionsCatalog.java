package dev.shoal.udf;

import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A catalogue of nothing but functions, for a session that has no other of ours:
 * {@code spark.sql.catalog.shoal=dev.shoal.udf.FunctionsCatalog}, then {@code shoal.qc.qc_gross_range(temp, -2, 40)}.
 */
public final class FunctionsCatalog implements OffersShoalFunctions {

    private String name = "shoal";

    /** Makes a catalogue that Spark then names. */
    public FunctionsCatalog() {}

    @Override
    public void initialize(String name, CaseInsensitiveStringMap options) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }
}
