/**
 * Regridding: grids, interpolation weights between them, and their application to fields and to quality flags. Arrays
 * in, arrays out; knows neither Spark nor files.
 */
@NullMarked
package dev.shoal.regrid;

import org.jspecify.annotations.NullMarked;
