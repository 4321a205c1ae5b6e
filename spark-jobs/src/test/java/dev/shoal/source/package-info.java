/** Tests of the Spark data sources and of the catalogue. */
@org.jspecify.annotations.NullMarked
package dev.shoal.source;
