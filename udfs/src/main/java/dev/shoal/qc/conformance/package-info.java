/**
 * Scores Shoal's tests by what the programs of others gave for the same calls: conformance vectors, as trees of maps
 * and lists. No files, no parser.
 */
@NullMarked
package dev.shoal.qc.conformance;

import org.jspecify.annotations.NullMarked;
