package dev.shoal.qc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of every kind of test; a new one is a record and a line here, or in the list of its group. */
final class QcTests {

    private static final List<TestType> QARTOD = List.of(
            GrossRange.TYPE,
            Climatology.TYPE,
            Spike.TYPE,
            RateOfChange.TYPE,
            FlatLine.TYPE,
            AttenuatedSignal.TYPE,
            DensityInversion.TYPE,
            PercentileRange.TYPE,
            ImpossibleDate.TYPE,
            DataReception.TYPE,
            TimeGap.TYPE,
            Syntax.TYPE,
            Location.TYPE,
            LocationOnLand.TYPE,
            LocationBounds.TYPE);

    private static final List<TestType> IOOS_ARGO =
            List.of(PressureIncreasing.TYPE, DuplicateTimestamp.TYPE, Speed.TYPE);

    private static final List<TestType> AXDS = List.of(ValidRange.TYPE);

    private static final List<TestType> OWN =
            List.of(Isolation.TYPE, Neighbour.TYPE, Buddy.TYPE, SpatialConsistency.TYPE, BasinRange.TYPE);

    private static final List<TestType> DESPIKING = List.of(
            Hampel.TYPE,
            Mad.TYPE,
            TukeySpike.TYPE,
            MedianSpike.TYPE,
            Gradient.TYPE,
            DigitRollover.TYPE,
            StuckValue.TYPE,
            CumulativeRateOfChange.TYPE);

    private static final List<TestType> PLACE =
            List.of(InRegion.TYPE, SeaFloor.TYPE, FreezingPoint.TYPE, GriddedClimatology.TYPE);

    /** Groups of tests, each of one origin. */
    static final List<TestType> ALL = Stream.of(
                    QARTOD,
                    OWN,
                    AutoqcTest.TYPES,
                    IOOS_ARGO,
                    AXDS,
                    DESPIKING,
                    PLACE,
                    CotedeTest.TYPES,
                    QartodChecks.types(),
                    ArgoSeriesTest.TYPES)
            .flatMap(List::stream)
            .toList();

    private QcTests() {}

    static List<String> names() {
        return ALL.stream().map(TestType::name).toList();
    }

    static Optional<TestType> named(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    static boolean isModule(String name) {
        return ALL.stream().anyMatch(type -> type.module().equals(name));
    }

    static List<TestType> ofModule(String module) {
        return ALL.stream().filter(type -> type.module().equals(module)).toList();
    }
}
