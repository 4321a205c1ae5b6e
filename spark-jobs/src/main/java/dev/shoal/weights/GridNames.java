package dev.shoal.weights;

/**
 * The names that a file of weights has for what it tells of one of its grids.
 *
 * @param size the dimension of the cells
 * @param corners the dimension of a cell's corners
 * @param rank the dimension of the axes
 * @param dims the variable of the axes' lengths, fastest first
 * @param lat of the cells' points
 * @param lon of the cells' points
 * @param cornerLat of the cells' corners
 * @param cornerLon of the cells' corners
 * @param mask 1 where a cell takes part
 * @param area of the cells, in steradians
 * @param frac share of each cell that takes part
 */
record GridNames(
        String size,
        String corners,
        String rank,
        String dims,
        String lat,
        String lon,
        String cornerLat,
        String cornerLon,
        String mask,
        String area,
        String frac) {

    static GridNames of(WeightFormat format, String grid) {
        if (format == WeightFormat.SCRIP) {
            return new GridNames(
                    grid + "_size",
                    grid + "_corners",
                    grid + "_rank",
                    grid + "_dims",
                    grid + "_center_lat",
                    grid + "_center_lon",
                    grid + "_corner_lat",
                    grid + "_corner_lon",
                    grid + "_imask",
                    grid + "_area",
                    grid + "_frac");
        }
        String side = grid.equals("a") ? "src_grid" : "dst_grid";
        return new GridNames(
                "n_" + grid,
                "nv_" + grid,
                side + "_rank",
                side + "_dims",
                "yc_" + grid,
                "xc_" + grid,
                "yv_" + grid,
                "xv_" + grid,
                "mask_" + grid,
                "area_" + grid,
                "frac_" + grid);
    }
}
