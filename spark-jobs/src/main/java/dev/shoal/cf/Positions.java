package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The index on any dimension of every place in one window of a space. */
final class Positions {

    private final SampleSpace space;
    private final Window window;
    private final Map<RaggedLink, Parents> parents;
    private final ArrayFile file;
    private final Map<String, long[]> known = new HashMap<>();

    /** Shares {@code parents}, which grows, with the windows before and after. */
    Positions(SampleSpace space, Window window, Map<RaggedLink, Parents> parents, ArrayFile file) {
        this.space = space;
        this.window = window;
        this.parents = parents;
        this.file = file;
    }

    Window window() {
        return window;
    }

    int size() {
        return (int) window.size();
    }

    /** Returns the index on a dimension that the space reaches, {@link Parents#NONE} where there is none. */
    long[] of(String dimension) throws IOException {
        long[] positions = known.get(dimension);
        if (positions == null) {
            positions = find(dimension);
            known.put(dimension, positions);
        }
        return positions;
    }

    /** Returns the place of each observation in the whole space, in row-major order. */
    long[] places() {
        long[] places = new long[size()];
        for (int axis = 0; axis < window.rank(); axis++) {
            long[] positions = along(axis);
            for (int i = 0; i < places.length; i++) {
                places[i] = places[i] * space.shape()[axis] + positions[i];
            }
        }
        return places;
    }

    private long[] find(String dimension) throws IOException {
        int axis = space.dimensions().indexOf(dimension);
        if (axis >= 0) {
            return along(axis);
        }
        if (space.twins().contains(dimension)) {
            return of(space.twin().orElseThrow());
        }
        Optional<String> sibling = space.sibling(dimension);
        if (sibling.isPresent()) {
            return beside(sibling.get(), dimension);
        }
        RaggedLink link = space.linkTo(dimension).orElseThrow();
        return parents(link).of(of(link.child()));
    }

    private long[] along(int axis) {
        long inner = 1;
        for (int next = axis + 1; next < window.rank(); next++) {
            inner *= window.length(next);
        }
        long length = window.length(axis);
        long[] positions = new long[size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = window.start(axis) + i / inner % length;
        }
        return positions;
    }

    /** Two ragged dimensions of one parent run together where the parent has as many children on both. */
    private long[] beside(String own, String other) throws IOException {
        RaggedLink ownLink = space.parent(own).orElseThrow();
        Parents ownParents = parents(ownLink);
        Parents otherParents = parents(space.parent(other).orElseThrow());
        long[] children = of(own);
        long[] common = of(ownLink.parent());
        long[] positions = new long[children.length];
        Arrays.fill(positions, Parents.NONE);
        for (int i = 0; i < positions.length; i++) {
            long parent = common[i];
            if (parent >= 0 && ownParents.count(parent) == otherParents.count(parent)) {
                positions[i] = otherParents.start(parent) + children[i] - ownParents.start(parent);
            }
        }
        return positions;
    }

    /** Returns how many siblings lie before each child; 0 for links that hold indexes. */
    long[] withinParent(RaggedLink link) throws IOException {
        long[] children = of(link.child());
        long[] own = of(link.parent());
        long[] within = new long[children.length];
        for (int i = 0; i < within.length; i++) {
            boolean counted = link.kind() == RaggedLink.Kind.COUNT && own[i] >= 0;
            within[i] = counted ? children[i] - parents(link).start(own[i]) : 0;
        }
        return within;
    }

    private Parents parents(RaggedLink link) throws IOException {
        Parents found = parents.get(link);
        if (found == null) {
            found = new Parents(file, link);
            parents.put(link, found);
        }
        return found;
    }
}
