package dev.shoal.cf;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.Healpix;
import dev.shoal.regrid.UnstructuredGrid;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds variables on HEALPix pixels, whose positions follow from their numbers (CF 1.13, appendix F, healpix). */
final class HealpixGrids {

    private static final Set<String> PIXEL_NAMES = Set.of("healpix_index", "cell", "pix", "pixel", "ipix", "cell_ids");

    private final FileCoordinates coordinates;
    private final CoordinateValues values;
    private final Problems problems;
    private final Attributes global;
    private final Map<String, Optional<UnstructuredGrid>> grids = new HashMap<>();

    HealpixGrids(FileCoordinates coordinates, CoordinateValues values, Problems problems) {
        this.coordinates = coordinates;
        this.values = values;
        this.problems = problems;
        this.global = coordinates.fileAttributes();
    }

    /** How the pixels are cut and numbered, and along which axis of a variable they lie. */
    private record Pixels(int nside, Healpix.Order order, int axis, Optional<VariableHeader> numbers) {}

    Optional<HorizontalAxes.Found> find(VariableHeader variable) throws IOException {
        Optional<Pixels> pixels = pixels(variable);
        if (pixels.isEmpty()) {
            return Optional.empty();
        }
        Pixels found = pixels.get();
        String key = found.nside() + " " + found.order() + " "
                + found.numbers().map(VariableHeader::name).orElse("");
        Optional<UnstructuredGrid> grid = grids.get(key);
        if (grid == null) {
            grid = grid(found);
            grids.put(key, grid);
        }
        String way = "HEALPix of " + found.nside() + " x " + found.nside() + " pixels a face, "
                + found.order().name().toLowerCase(Locale.ROOT) + " order";
        return grid.map(made ->
                new HorizontalAxes.Found(-1, found.axis(), made, new GridOrigin("", "", way, "the pixels themselves")));
    }

    /** Tells whether a variable may lie on pixels. */
    boolean holds(VariableHeader variable) {
        return pixels(variable).isPresent();
    }

    private Optional<Pixels> pixels(VariableHeader variable) {
        List<Attributes> places = Stream.concat(
                        coordinates.mappings(variable).stream()
                                .filter(mapping -> mapping.attributes()
                                        .text("grid_mapping_name")
                                        .filter("healpix"::equalsIgnoreCase)
                                        .isPresent())
                                .map(VariableHeader::attributes),
                        Stream.of(variable.attributes(), global).filter(HealpixGrids::namesHealpix))
                .toList();
        for (Attributes attributes : places) {
            Optional<Integer> nside = nside(attributes);
            if (nside.isPresent()) {
                Optional<Pixels> pixels = along(variable, nside.get(), order(attributes));
                if (pixels.isPresent()) {
                    return pixels;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean namesHealpix(Attributes attributes) {
        return attributes.find("healpix_nside").isPresent()
                || attributes
                        .text("grid_type")
                        .filter("healpix"::equalsIgnoreCase)
                        .isPresent()
                || attributes
                        .text("pixelisation")
                        .filter("healpix"::equalsIgnoreCase)
                        .isPresent()
                || attributes
                        .text("PIXTYPE")
                        .filter("healpix"::equalsIgnoreCase)
                        .isPresent();
    }

    private static Optional<Integer> nside(Attributes attributes) {
        Optional<Integer> level = Stream.of("refinement_level", "healpix_level", "level")
                .flatMap(name -> attributes.number(name).stream())
                .filter(number -> number >= 0 && number < 30)
                .map(number -> 1 << number.intValue())
                .findFirst();
        return Stream.of("healpix_nside", "nside", "NSIDE")
                .flatMap(name -> attributes.number(name).stream())
                .map(Double::intValue)
                .findFirst()
                .or(() -> level);
    }

    private static Healpix.Order order(Attributes attributes) {
        return Stream.of("indexing_scheme", "healpix_order", "healpix_ordering", "order", "ordering", "ORDERING")
                        .flatMap(name -> attributes.text(name).stream())
                        .findFirst()
                        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("nest"))
                        .isPresent()
                ? Healpix.Order.NESTED
                : Healpix.Order.RING;
    }

    private Optional<Pixels> along(VariableHeader variable, int nside, Healpix.Order order) {
        for (int axis = variable.rank() - 1; axis >= 0; axis--) {
            String dimension = variable.dimensions().get(axis);
            Optional<VariableHeader> numbers = coordinates.variables().stream()
                    .filter(other -> other.rank() == 1
                            && other.dimensions().get(0).equals(dimension)
                            && other.type().isNumeric()
                            && !other.name().equals(variable.name())
                            && (other.attributes()
                                            .text("standard_name")
                                            .filter("healpix_index"::equals)
                                            .isPresent()
                                    || PIXEL_NAMES.contains(AxisKinds.lastName(other))))
                    .findFirst();
            boolean all = variable.shape()[axis] == 12L * nside * nside;
            if (all || numbers.isPresent()) {
                return Optional.of(new Pixels(nside, order, axis, numbers));
            }
        }
        return Optional.empty();
    }

    private Optional<UnstructuredGrid> grid(Pixels pixels) throws IOException {
        try {
            if (pixels.numbers().isEmpty()) {
                return Optional.of(Healpix.grid(pixels.nside(), pixels.order()));
            }
            Optional<double[]> numbers = values.of(pixels.numbers().get());
            if (numbers.isEmpty()) {
                return Optional.empty();
            }
            int[] wanted = new int[numbers.get().length];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = Double.isNaN(numbers.get()[i]) ? -1 : (int) numbers.get()[i];
            }
            return Optional.of(Healpix.grid(pixels.nside(), pixels.order(), wanted));
        } catch (IllegalArgumentException noGrid) {
            problems.accept("The HEALPix pixels are no grid: " + noGrid.getMessage());
            return Optional.empty();
        }
    }
}
