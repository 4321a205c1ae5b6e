package dev.shoal.cf;

import dev.shoal.cf.MeshTopology.Position;
import dev.shoal.cf.MeshTopology.Ties;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the meshes of a file: as UGRID 1.0 describes them, else by the names that models give their variables. */
final class MeshScan {

    /** Ties of MPAS, indexes of a file's own, and places in space: no data. */
    private static final Pattern OF_MPAS = Pattern.compile(
            "[a-z]+On(Cell|Edge|Vertex)|indexTo\\w+ID|[xyz](Cell|Edge|Vertex)|(lat|lon)(Cell|Edge|Vertex)");

    private static final Set<String> OF_FVCOM = Set.of(
            "nv", "nbe", "nbsn", "nbve", "ntsn", "ntve", "a1u", "a2u", "aw0", "awx", "awy", "x", "y", "xc", "yc");
    private static final Pattern OF_SCHISM = Pattern.compile("SCHISM_hgrid_\\w+|ele(ment)?s?|node_bottom_index");

    private final FileCoordinates coordinates;
    private final Problems problems;
    private final List<MeshTopology> meshes = new ArrayList<>();
    private final Set<String> parts = new HashSet<>();

    MeshScan(FileCoordinates coordinates, Problems problems) {
        this.coordinates = coordinates;
        this.problems = problems;
        coordinates.variables().stream()
                .filter(variable -> variable.attributes()
                        .text("cf_role")
                        .filter("mesh_topology"::equals)
                        .isPresent())
                .forEach(this::described);
        if (meshes.isEmpty()) {
            mpas();
            fvcom();
            schism();
        }
    }

    List<MeshTopology> meshes() {
        return meshes;
    }

    /** Tells whether a variable is part of how a mesh hangs together, and no data. */
    boolean isPart(VariableHeader variable) {
        return parts.contains(variable.name())
                || variable.attributes().find("cf_role").isPresent();
    }

    private void described(VariableHeader topology) {
        for (Attribute attribute : topology.attributes().list()) {
            if (attribute.name().endsWith("_connectivity") || attribute.name().endsWith("_coordinates")) {
                named(topology, attribute.name()).forEach(part -> parts.add(part.name()));
            }
        }
        Optional<Position> nodes = position(topology, "node_coordinates");
        if (nodes.isEmpty()) {
            problems.accept("Mesh " + topology.name() + " has no latitudes and longitudes of its nodes ("
                    + topology.attributes()
                            .text("node_coordinates")
                            .map(names -> names + " are none")
                            .orElse("no node_coordinates")
                    + "): variables on it are left out. Give its nodes positions with units degrees_north and"
                    + " degrees_east.");
            return;
        }
        Optional<Position> faceCentres = position(topology, "face_coordinates");
        Optional<Position> edgeCentres = position(topology, "edge_coordinates");
        meshes.add(new MeshTopology(
                topology.name(),
                "UGRID",
                nodes.get(),
                ties(topology, "face", faceCentres),
                faceCentres,
                ties(topology, "edge", edgeCentres),
                edgeCentres));
    }

    private List<VariableHeader> named(VariableHeader topology, String attribute) {
        return FileCoordinates.BETWEEN_NAMES
                .splitAsStream(topology.attributes().text(attribute).orElse(""))
                .flatMap(word -> coordinates.resolve(topology.name(), word).stream())
                .toList();
    }

    private Optional<Position> position(VariableHeader topology, String attribute) {
        List<VariableHeader> named = named(topology, attribute);
        Optional<VariableHeader> lat = kind(named, AxisKind.LATITUDE);
        Optional<VariableHeader> lon = kind(named, AxisKind.LONGITUDE);
        boolean along = lat.isPresent()
                && lon.isPresent()
                && lat.get().rank() == 1
                && lat.get().dimensions().equals(lon.get().dimensions());
        return along ? Optional.of(new Position(lat.get(), lon.get())) : Optional.empty();
    }

    private Optional<VariableHeader> kind(List<VariableHeader> named, AxisKind wanted) {
        return named.stream()
                .filter(variable ->
                        coordinates.kind(variable).filter(wanted::equals).isPresent())
                .findFirst();
    }

    private Optional<Ties> ties(VariableHeader topology, String what, Optional<Position> centres) {
        Optional<VariableHeader> found =
                named(topology, what + "_node_connectivity").stream().findFirst();
        if (found.isEmpty() || found.get().rank() != 2) {
            return Optional.empty();
        }
        VariableHeader ties = found.get();
        String dimension = topology.attributes()
                .text(what + "_dimension")
                .filter(name -> ties.axis(name) >= 0)
                .or(() -> centres.map(Position::dimension).filter(name -> ties.axis(name) >= 0))
                .orElseGet(() -> elements(ties));
        int start = ties.attributes().number("start_index").orElse(0.0).intValue();
        return Optional.of(new Ties(ties, dimension, start, Optional.empty()));
    }

    /** Of the two dimensions of ties the one that data lie along, else the longer. */
    private String elements(VariableHeader ties) {
        List<String> used = ties.dimensions().stream()
                .filter(dimension -> coordinates.variables().stream()
                        .anyMatch(other -> other.axis(dimension) >= 0 && !isPart(other)))
                .toList();
        return used.size() == 1 ? used.get(0) : ties.dimensions().get(ties.shape()[0] >= ties.shape()[1] ? 0 : 1);
    }

    private Optional<VariableHeader> variable(String name) {
        return coordinates.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    private Optional<Position> position(String lat, String lon) {
        Optional<VariableHeader> north = variable(lat);
        Optional<VariableHeader> east = variable(lon);
        boolean along = north.isPresent()
                && east.isPresent()
                && north.get().rank() == 1
                && north.get().dimensions().equals(east.get().dimensions());
        return along ? Optional.of(new Position(north.get(), east.get())) : Optional.empty();
    }

    private Optional<Ties> ties(String name, Optional<Position> along, String sizes) {
        Optional<VariableHeader> ties = variable(name).filter(variable -> variable.rank() == 2);
        return ties.map(variable -> new Ties(
                variable,
                along.map(Position::dimension)
                        .filter(dimension -> variable.axis(dimension) >= 0)
                        .orElseGet(() -> elements(variable)),
                variable.attributes().number("start_index").orElse(1.0).intValue(),
                variable(sizes)));
    }

    private void mpas() {
        Optional<Position> cells = position("latCell", "lonCell");
        Optional<Position> vertices = position("latVertex", "lonVertex");
        Optional<Position> edges = position("latEdge", "lonEdge");
        Optional<Ties> around = ties("verticesOnCell", cells, "nEdgesOnCell");
        if (cells.isPresent() && vertices.isPresent()) {
            partsNamed(OF_MPAS);
            meshes.add(new MeshTopology(
                    "MPAS", "MPAS", vertices.get(), around, cells, ties("verticesOnEdge", edges, ""), edges));
        }
    }

    private void fvcom() {
        Optional<Position> nodes = position("lat", "lon");
        Optional<Position> elements = position("latc", "lonc");
        if (nodes.isPresent() && variable("nv").filter(nv -> nv.rank() == 2).isPresent()) {
            partsNamed(Pattern.compile(String.join("|", OF_FVCOM)));
            Optional<Ties> around = ties("nv", elements, "");
            meshes.add(new MeshTopology(
                    "FVCOM", "FVCOM", nodes.get(), around, elements, Optional.empty(), Optional.empty()));
        }
    }

    private void schism() {
        Optional<Position> nodes = position("SCHISM_hgrid_node_y", "SCHISM_hgrid_node_x");
        Optional<Position> faces = position("SCHISM_hgrid_face_y", "SCHISM_hgrid_face_x");
        Optional<Position> edges = position("SCHISM_hgrid_edge_y", "SCHISM_hgrid_edge_x");
        if (nodes.isPresent() && variable("SCHISM_hgrid_face_nodes").isPresent()) {
            partsNamed(OF_SCHISM);
            Optional<Ties> around = ties("SCHISM_hgrid_face_nodes", faces, "");
            meshes.add(new MeshTopology(
                    "SCHISM", "SCHISM", nodes.get(), around, faces, ties("SCHISM_hgrid_edge_nodes", edges, ""), edges));
        }
    }

    private void partsNamed(Pattern names) {
        coordinates.variables().stream()
                .map(VariableHeader::name)
                .filter(name -> names.matcher(name).matches()
                        || names.matcher(name.toLowerCase(Locale.ROOT)).matches())
                .forEach(parts::add);
    }
}
