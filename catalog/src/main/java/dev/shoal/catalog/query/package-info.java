/** Search by place, time and variable: Iceberg prunes by columns, Sedona decides by geometry. */
@NullMarked
package dev.shoal.catalog.query;

import org.jspecify.annotations.NullMarked;
