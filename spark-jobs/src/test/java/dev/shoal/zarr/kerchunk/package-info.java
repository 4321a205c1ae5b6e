@NullMarked
package dev.shoal.zarr.kerchunk;

import org.jspecify.annotations.NullMarked;
