@NullMarked
package dev.shoal.zarr.icechunk;

import org.jspecify.annotations.NullMarked;
