/** Spark data sources over files and stores, and the catalog that shows them in SQL. */
@NullMarked
package dev.shoal.source;

import org.jspecify.annotations.NullMarked;
