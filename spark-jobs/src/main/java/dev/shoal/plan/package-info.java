/**
 * Planning as pure integers: windows, chunk grids, and the immutable list of work that a run will do. Knows neither
 * Spark nor any file format.
 */
@NullMarked
package dev.shoal.plan;

import org.jspecify.annotations.NullMarked;
