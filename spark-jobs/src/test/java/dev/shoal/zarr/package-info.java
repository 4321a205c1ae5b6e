@NullMarked
package dev.shoal.zarr;

import org.jspecify.annotations.NullMarked;
