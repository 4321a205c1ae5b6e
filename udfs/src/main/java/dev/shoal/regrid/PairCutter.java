package dev.shoal.regrid;

import dev.shoal.regrid.sphere.HalfSpace;
import dev.shoal.regrid.sphere.SphericalPolygon;
import java.util.List;

/** Cuts source cells by one target cell after the other, all of great circles. For one thread. */
final class PairCutter {
    private final CellPolygons sources;
    private final SphericalPolygon target = new SphericalPolygon();
    private final SphericalPolygon source = new SphericalPolygon();
    private final SphericalPolygon[] spare = {new SphericalPolygon(), new SphericalPolygon()};
    private final ConvexParts convex = new ConvexParts();
    private final CellBox box = new CellBox();
    private final IntList found = new IntList();

    PairCutter(CellPolygons sources) {
        this.sources = sources;
    }

    /** Visits the overlaps of a target cell with the source cells that an index finds. */
    void visit(int place, CellPolygons targets, int cell, CellBins index, OverlapVisitor visitor) {
        double targetArea = targets.load(cell, target);
        if (targetArea == 0) {
            return;
        }
        box.measure(target);
        index.find(box, found);
        List<HalfSpace[]> parts = found.size() == 0 ? List.of() : convex.of(target);
        for (int k = 0; k < found.size(); k++) {
            double least = Sliver.SHARE * Math.min(targetArea, sources.load(found.at(k), source));
            for (HalfSpace[] part : parts) {
                SphericalPolygon piece = cut(part);
                double overlap = piece.size() > 2 ? piece.area() : 0;
                if (overlap > least) {
                    visitor.accept(place, found.at(k), piece, overlap);
                }
            }
        }
    }

    private SphericalPolygon cut(HalfSpace[] part) {
        SphericalPolygon piece = source;
        for (HalfSpace half : part) {
            piece = piece.within(half, piece == spare[0] ? spare[1] : spare[0]);
        }
        return piece;
    }
}
