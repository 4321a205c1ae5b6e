package dev.shoal.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Records for tests. */
public final class Samples {

    public static final long NOW = 1_750_000_000_123_456L;

    public static final VariableSummary SALINITY = new VariableSummary(
            "PSAL", Optional.of("sea_water_salinity"), Optional.of("1"), Optional.of("PSU"), "float32", "obs=12");

    public static final VariableSummary BARE =
            new VariableSummary("flag", Optional.empty(), Optional.empty(), Optional.empty(), "int8", "");

    private Samples() {}

    public static InventoryEntry entry(String path, String md5, String run) {
        return new InventoryEntry(
                path,
                42,
                NOW - 7,
                md5,
                "ab12",
                "NETCDF4",
                Optional.of("CF-1.8"),
                "trajectory",
                "featureType attribute",
                List.of(SALINITY, BARE),
                Optional.of(new TimeRange(0, NOW)),
                Optional.of(new Box(170, -10, -170, 10)),
                List.of("PSAL has no valid_range"),
                run,
                NOW);
    }

    public static InventoryEntry bareEntry(String path) {
        return new InventoryEntry(
                path,
                0,
                0,
                "",
                "",
                "NETCDF3",
                Optional.empty(),
                "unknown",
                "no coordinates",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "r0",
                0);
    }

    public static Granule granule(String dataset, String path, Optional<Box> box, Optional<TimeRange> time) {
        return new Granule(
                dataset, path, "cd34", 42, NOW, time, box.map(Footprint::of), List.of(SALINITY, BARE), 12, "r1");
    }

    public static Dataset dataset(String name, Optional<Footprint> footprint) {
        return new Dataset(
                name,
                DatasetKind.OBSERVATIONS,
                Optional.of("Gliders of " + name),
                "ocean.obs." + name,
                "ef56",
                List.of(SALINITY),
                Optional.of(new TimeRange(5, 6)),
                footprint,
                1200,
                0,
                NOW,
                "r1");
    }

    public static Run run(String id, OptionalLong ended) {
        return new Run(
                id,
                "glider",
                "dataset: glider\n",
                "hash",
                "0.1.0",
                NOW,
                ended,
                new TreeMap<>(Map.of("done", 3L, "rejected", 1L)),
                "{}");
    }

    public static Reject reject(String path, String reason) {
        return new Reject(path, "", -1, 0, "scan", reason, "r1", NOW);
    }
}
