/**
 * The meaning of arrays by the CF conventions, and by the habits of archives that nearly follow them: packing, time,
 * coordinates, grids, and discrete sampling geometries. Knows no Spark.
 */
@NullMarked
package dev.shoal.cf;

import org.jspecify.annotations.NullMarked;
