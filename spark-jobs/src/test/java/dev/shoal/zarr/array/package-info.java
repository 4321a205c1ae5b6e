@NullMarked
package dev.shoal.zarr.array;

import org.jspecify.annotations.NullMarked;
