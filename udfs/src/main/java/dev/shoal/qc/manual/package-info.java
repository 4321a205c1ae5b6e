/**
 * What the QARTOD manuals ask for beyond temperature ranges: currents, waves, HF radar, and the tests that compare a
 * sample with its own past, with another variable or with the profile before.
 *
 * <p>Plain numerics: numbers and arrays in, {@link dev.shoal.qc.flag.QcFlag} codes out. A value that is not finite is
 * {@link dev.shoal.qc.flag.QcFlag#MISSING}; one that a test cannot judge is {@link dev.shoal.qc.flag.QcFlag#UNKNOWN}. A
 * threshold of positive infinity is off. Manuals are cited by name, version and test number.
 */
@NullMarked
package dev.shoal.qc.manual;

import org.jspecify.annotations.NullMarked;
