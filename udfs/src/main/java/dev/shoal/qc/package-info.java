/**
 * Quality control of values: tests after QARTOD as records, their parameters, and the pass that runs many of them over
 * one series. Arrays in, flags out; no Spark, no files.
 */
@NullMarked
package dev.shoal.qc;

import org.jspecify.annotations.NullMarked;
