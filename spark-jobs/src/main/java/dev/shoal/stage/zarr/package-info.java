/**
 * Spark jobs on Zarr stores that stand by themselves at a path of the user's: making them from files, updating and
 * checking them. The unit of work is a box of whole target chunks, written by one task.
 */
@NullMarked
package dev.shoal.stage.zarr;

import org.jspecify.annotations.NullMarked;
