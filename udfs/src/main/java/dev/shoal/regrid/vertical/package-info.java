/**
 * Regridding along the vertical: columns of values, each with its own coordinate, taken to other levels or layers.
 * Arrays in, arrays out.
 */
@NullMarked
package dev.shoal.regrid.vertical;

import org.jspecify.annotations.NullMarked;
