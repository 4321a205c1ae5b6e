@NullMarked
package dev.shoal.zarr.virtual;

import org.jspecify.annotations.NullMarked;
