/** The catalogue's Iceberg tables: one class each for schema and rows, and the one way in and out of them. */
@NullMarked
package dev.shoal.catalog.table;

import org.jspecify.annotations.NullMarked;
