package dev.shoal.weights;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ChunkEncoder;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.Normalisation;
import dev.shoal.regrid.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts together what a file of weights says of itself. */
final class WeightHeader {

    /** Elements of a chunk along the cells and along the links. */
    static final int CHUNK = 1 << 16;

    private static final String LINKS_OF_SCRIP = "num_links";
    private static final String LINKS_OF_ESMF = "n_s";
    private static final String WEIGHTS_OF_A_LINK = "num_wgts";

    private final WeightFormat format;
    private final boolean byArea;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<VariableHeader> variables = new ArrayList<>();

    private WeightHeader(WeightFormat format, boolean byArea) {
        this.format = format;
        this.byArea = byArea;
    }

    static Header of(
            WeightFormat format,
            GridCells source,
            GridCells target,
            Scheme scheme,
            Normalisation normalisation,
            long links) {
        WeightHeader header = new WeightHeader(format, scheme.method().isByArea());
        if (format != WeightFormat.XESMF) {
            header.grid(format.sourceNames(), source);
            header.grid(format.targetNames(), target);
        }
        header.links(links);
        return new Header(
                FileFormat.HDF5,
                header.dimensions,
                header.variables,
                new Attributes(attributes(format, source, target, scheme, normalisation)));
    }

    private static List<Attribute> attributes(
            WeightFormat format, GridCells source, GridCells target, Scheme scheme, Normalisation normalisation) {
        Method method = scheme.method();
        String word = method.isByArea() ? normalisation.name().toLowerCase(Locale.ROOT) : "none";
        return List.of(
                Attribute.of("title", "Weights of Shoal: " + scheme.key()),
                Attribute.of("normalization", word),
                Attribute.of("map_method", MapMethods.of(method)),
                Attribute.of("conventions", format == WeightFormat.SCRIP ? "SCRIP" : "NCAR-CSM"),
                Attribute.of("source_grid", source.kind()),
                Attribute.of("dest_grid", target.kind()),
                Attribute.of("shoal_scheme", scheme.key()),
                Attribute.of("shoal_source_digest", source.grid().digest()),
                Attribute.of("shoal_target_digest", target.grid().digest()));
    }

    private void grid(GridNames names, GridCells cells) {
        dimensions.add(new Dimension(names.size(), cells.grid().size(), false));
        dimensions.add(new Dimension(names.rank(), cells.rank(), false));
        add(names.dims(), ElementType.INT, List.of(names.rank()), "");
        String degrees = format == WeightFormat.SCRIP ? "radians" : "degrees";
        add(names.lat(), ElementType.DOUBLE, List.of(names.size()), degrees);
        add(names.lon(), ElementType.DOUBLE, List.of(names.size()), degrees);
        if (cells.corners() > 0) {
            dimensions.add(new Dimension(names.corners(), cells.corners(), false));
            add(names.cornerLat(), ElementType.DOUBLE, List.of(names.size(), names.corners()), degrees);
            add(names.cornerLon(), ElementType.DOUBLE, List.of(names.size(), names.corners()), degrees);
        }
        add(names.mask(), ElementType.INT, List.of(names.size()), "unitless");
        if (byArea) {
            add(names.area(), ElementType.DOUBLE, List.of(names.size()), "square radians");
        }
        add(names.frac(), ElementType.DOUBLE, List.of(names.size()), "unitless");
    }

    private void links(long count) {
        String links = format == WeightFormat.SCRIP ? LINKS_OF_SCRIP : LINKS_OF_ESMF;
        dimensions.add(new Dimension(links, count, false));
        add(format.source(), ElementType.INT, List.of(links), "");
        add(format.target(), ElementType.INT, List.of(links), "");
        if (format == WeightFormat.SCRIP) {
            dimensions.add(new Dimension(WEIGHTS_OF_A_LINK, 1, false));
            add(format.weight(), ElementType.DOUBLE, List.of(links, WEIGHTS_OF_A_LINK), "");
        } else {
            add(format.weight(), ElementType.DOUBLE, List.of(links), "");
        }
    }

    private void add(String name, ElementType type, List<String> axes, String units) {
        long[] shape = axes.stream().mapToLong(this::length).toArray();
        long[] chunk = shape.clone();
        chunk[0] = Math.max(1, Math.min(CHUNK, chunk[0]));
        Storage storage = new Storage(true, chunk, List.of(ChunkEncoder.SHUFFLE, ChunkEncoder.DEFLATE));
        List<Attribute> own = units.isEmpty() ? List.of() : List.of(Attribute.of("units", units));
        variables.add(new VariableHeader(name, type, axes, shape, new Attributes(own), storage));
    }

    private long length(String axis) {
        return dimensions.stream()
                .filter(dimension -> dimension.name().equals(axis))
                .mapToLong(Dimension::length)
                .findFirst()
                .orElseThrow();
    }
}
