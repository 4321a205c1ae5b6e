/** Samples of fields along tracks in time. Arrays in, arrays out. */
@NullMarked
package dev.shoal.regrid.sample;

import org.jspecify.annotations.NullMarked;
