/**
 * Windows that slide over a series: extremes, moments and medians in one pass at any length of window. Arrays in,
 * numbers out; knows no tests.
 */
@NullMarked
package dev.shoal.qc.window;

import org.jspecify.annotations.NullMarked;
