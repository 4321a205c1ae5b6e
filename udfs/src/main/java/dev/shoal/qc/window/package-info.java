/** Sliding windows over primitive arrays: what lies within a reach of each sample, in linear time or nearly so. */
@NullMarked
package dev.shoal.qc.window;

import org.jspecify.annotations.NullMarked;
