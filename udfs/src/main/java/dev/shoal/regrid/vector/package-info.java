/**
 * Vector fields: turned between a grid's own directions and east and north, brought from the sides of cells to their
 * centres, and taken apart into Cartesian components, which can be regridded anywhere on the sphere. Arrays in, arrays
 * out.
 */
@NullMarked
package dev.shoal.regrid.vector;

import org.jspecify.annotations.NullMarked;
