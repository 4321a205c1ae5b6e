@NullMarked
package dev.shoal.zarr.v3;

import org.jspecify.annotations.NullMarked;
