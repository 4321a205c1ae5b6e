package dev.shoal.source;

import org.apache.spark.sql.connector.read.InputPartition;

/**
 * What one task makes of a regridded field.
 *
 * @param field of one file
 * @param firstStep of its steps
 * @param endStep one past the last
 * @param band number of the band of target rows
 */
record RegridPartition(RegridField.Sent field, int firstStep, int endStep, int band) implements InputPartition {}
