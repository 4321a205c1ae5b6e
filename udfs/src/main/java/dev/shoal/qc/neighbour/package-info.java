/**
 * Tests of an observation against those of other platforms near it in space and time.
 *
 * <p>Plain numerics over arrays of points. Every kernel looks no farther than its
 * {@link dev.shoal.qc.neighbour.Surroundings}, and the order of the points never matters, so that the points of any
 * part, together with those that surround it, get the flags that they get among all.
 */
@NullMarked
package dev.shoal.qc.neighbour;

import org.jspecify.annotations.NullMarked;
