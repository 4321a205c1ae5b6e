package dev.shoal.cf;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.DefaultFill;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Why a peer decodes a stored number to something else than we do. */
enum PackingDifference {
    DEFAULT_FILL("xarray does not mask netCDF's default fill values; we do, as netCDF4-python does", Peer.XARRAY) {
        @Override
        boolean explains(Case at) {
            return at.onlyWeMask() && at.isDefaultFill();
        }
    },
    LIMITS("xarray does not apply valid limits; we do, as netCDF4-python does", Peer.XARRAY) {
        @Override
        boolean explains(Case at) {
            return at.onlyWeMask() && at.isOutside();
        }
    },
    XARRAY_FILL_TYPE(
            "xarray takes a fill value for a number of the variable's type or for none by its own rule; we"
                    + " take it where a stored number can equal it",
            Peer.XARRAY) {
        @Override
        boolean explains(Case at) {
            return at.hasForeignFill() && (at.onlyWeMask() ? at.isFill() : at.onlyTheyMask() && !at.isFill());
        }
    },
    FILL_TYPE(
            "netCDF4-python ignores a fill value of another type that loses digits, or a text; we convert it",
            Peer.NETCDF4) {
        @Override
        boolean explains(Case at) {
            return at.onlyWeMask() && at.isFill() && at.hasForeignFill();
        }
    },
    DEFAULT_BESIDE_FILL("netCDF4-python masks the default fill value where it ignores the declared one", Peer.NETCDF4) {
        @Override
        boolean explains(Case at) {
            return at.onlyTheyMask() && at.isDefaultFill() && at.hasForeignFill();
        }
    },
    UNPACKED_LIMITS(
            "netCDF4-python takes or ignores real limits of packed integers as packed; we take them as"
                    + " unpacked (NUG)",
            Peer.NETCDF4) {
        @Override
        boolean explains(Case at) {
            return at.onlyOneMasks() && at.hasUnpackedLimits();
        }
    },
    FOREIGN_LIMITS("netCDF4-python ignores limits of another type that lose digits; we compare exactly", Peer.NETCDF4) {
        @Override
        boolean explains(Case at) {
            return at.onlyWeMask() && at.isOutside() && at.hasForeign("valid_range", "valid_min", "valid_max");
        }
    },
    UNSIGNED_FALSE(
            "netCDF4-python takes _Unsigned = false for true, or does not know it; we read it as xarray does",
            Peer.NETCDF4) {
        @Override
        boolean explains(Case at) {
            return at.hasAny("_Unsigned") && !at.packing().type().isUnsigned();
        }
    },
    EMPTY_LIMITS(
            "netCDF4-python masks everything where the limits hold no number; we do not apply them, and say so",
            Peer.NETCDF4) {
        @Override
        boolean explains(Case at) {
            return at.onlyTheyMask() && at.hasEmptyLimits();
        }
    },
    INTEGERS_AS_DOUBLES("xarray compares 64-bit integers as doubles; we compare every bit", Peer.XARRAY) {
        @Override
        boolean explains(Case at) {
            return at.onlyTheyMask() && at.header().type().bytes() == 8 && Math.abs(at.ours()) > 0x1p49;
        }
    },
    UNSIGNED_MISSING(
            "xarray compares missing_value as signed where _Unsigned is true; we compare the bits", Peer.XARRAY) {
        @Override
        boolean explains(Case at) {
            return at.onlyOneMasks()
                    && at.hasAny("missing_value")
                    && at.packing().type() != at.header().type();
        }
    };

    /** Who decodes. */
    enum Peer {
        NETCDF4,
        XARRAY
    }

    private final String text;
    private final Peer peer;

    PackingDifference(String text, Peer peer) {
        this.text = text;
        this.peer = peer;
    }

    abstract boolean explains(Case at);

    String text() {
        return text;
    }

    static Optional<PackingDifference> of(Case at) {
        return Arrays.stream(values())
                .filter(difference -> difference.peer == at.peer())
                .filter(difference -> difference.explains(at))
                .findFirst();
    }

    /** One stored number, and what became of it. */
    record Case(Peer peer, VariableHeader header, Packing packing, Number stored, double ours, double theirs) {

        boolean onlyWeMask() {
            return Double.isNaN(ours) && !Double.isNaN(theirs);
        }

        boolean onlyTheyMask() {
            return Double.isNaN(theirs) && !Double.isNaN(ours);
        }

        boolean onlyOneMasks() {
            return onlyWeMask() || onlyTheyMask();
        }

        boolean isDefaultFill() {
            Number fill = DefaultFill.of(header.type());
            return isReal() ? number() == fill.floatValue() || number() == fill.doubleValue() : whole() == mask(fill);
        }

        boolean isFill() {
            return isReal()
                    ? Arrays.stream(packing.missing()).anyMatch(fill -> fill == number())
                    : LongStream.of(packing.missingIntegers()).anyMatch(fill -> mask(fill) == whole());
        }

        /** With its limits alone the packing masks it. */
        boolean isOutside() {
            Packing limits = new Packing(
                    packing.type(),
                    ElementType.DOUBLE,
                    1,
                    0,
                    new double[0],
                    new long[0],
                    packing.validMin(),
                    packing.validMax(),
                    packing.leastInteger(),
                    packing.mostInteger());
            return Double.isNaN(limits.decode(PackingComparison.block(header, stored))[0]);
        }

        boolean hasForeignFill() {
            return hasForeign("_FillValue", "missing_value");
        }

        boolean hasForeign(String... names) {
            return attributes(names).stream().anyMatch(attribute -> attribute.type() != header.type());
        }

        boolean hasUnpackedLimits() {
            return !isReal()
                    && hasAny("scale_factor", "add_offset")
                    && attributes("valid_range", "valid_min", "valid_max").stream()
                            .anyMatch(a -> a.type() == ElementType.FLOAT || a.type() == ElementType.DOUBLE);
        }

        boolean hasEmptyLimits() {
            List<String> problems = new ArrayList<>();
            Packing.of(header, problems::add);
            return problems.stream().anyMatch(problem -> problem.contains("holds no number"));
        }

        boolean hasAny(String... names) {
            return !attributes(names).isEmpty();
        }

        private boolean isReal() {
            return header.type() == ElementType.FLOAT || header.type() == ElementType.DOUBLE;
        }

        private double number() {
            return stored.doubleValue();
        }

        private long whole() {
            return mask(stored);
        }

        private long mask(Number bits) {
            int width = 8 * header.type().bytes();
            return width == 64 ? bits.longValue() : bits.longValue() & ((1L << width) - 1);
        }

        private List<Attribute> attributes(String... names) {
            return Stream.of(names)
                    .flatMap(name -> header.attributes().find(name).stream())
                    .toList();
        }
    }
}
