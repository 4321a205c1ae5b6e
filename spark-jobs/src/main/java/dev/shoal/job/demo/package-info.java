/**
 * A made-up archive of ocean data for {@code shoal demo} and for tests: one small ocean that every product of the
 * archive samples, so that a front seen by the satellite is the front a glider crosses. Bytes follow from a seed alone.
 */
@NullMarked
package dev.shoal.job.demo;

import org.jspecify.annotations.NullMarked;
