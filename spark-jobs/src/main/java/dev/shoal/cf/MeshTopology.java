package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import java.util.Optional;

/**
 * Which variables of a file make up a mesh.
 *
 * @param name of the mesh
 * @param kind of description, for people: UGRID, FVCOM, MPAS, SCHISM
 * @param nodes positions of the nodes
 * @param faces nodes around each face
 * @param faceCentres positions of the faces' own points
 * @param edges nodes at both ends of each edge
 * @param edgeCentres positions of the edges' own points
 */
record MeshTopology(
        String name,
        String kind,
        Position nodes,
        Optional<Ties> faces,
        Optional<Position> faceCentres,
        Optional<Ties> edges,
        Optional<Position> edgeCentres) {

    /** The two coordinates of points along one dimension. */
    record Position(VariableHeader lat, VariableHeader lon) {

        String dimension() {
            return lat.dimensions().get(0);
        }
    }

    /**
     * The nodes that belong together.
     *
     * @param variable of two dimensions that holds numbers of nodes
     * @param dimension of the two that the faces or edges lie along
     * @param start number of the first node
     * @param sizes how many nodes each face has, where the rest of its row means nothing
     */
    record Ties(VariableHeader variable, String dimension, int start, Optional<VariableHeader> sizes) {}

    /** What of a mesh values lie on. */
    enum Location {
        NODE,
        FACE,
        EDGE
    }

    /** Returns what of the mesh lies along a dimension. */
    Optional<Location> along(String dimension) {
        if (dimension.equals(nodes.dimension())) {
            return Optional.of(Location.NODE);
        }
        boolean face = faces.filter(ties -> ties.dimension().equals(dimension)).isPresent()
                || faceCentres.filter(at -> at.dimension().equals(dimension)).isPresent();
        if (face) {
            return Optional.of(Location.FACE);
        }
        boolean edge = edges.filter(ties -> ties.dimension().equals(dimension)).isPresent()
                || edgeCentres.filter(at -> at.dimension().equals(dimension)).isPresent();
        return edge ? Optional.of(Location.EDGE) : Optional.empty();
    }
}
