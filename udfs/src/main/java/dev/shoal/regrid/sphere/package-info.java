/** Polygons on the unit sphere: their areas, and what half spaces and circles of latitude leave of them. */
@NullMarked
package dev.shoal.regrid.sphere;

import org.jspecify.annotations.NullMarked;
