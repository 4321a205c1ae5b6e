/** Resampling along time: statistics of the steps of a period, cell by cell. Arrays in, arrays out. */
@NullMarked
package dev.shoal.regrid.time;

import org.jspecify.annotations.NullMarked;
