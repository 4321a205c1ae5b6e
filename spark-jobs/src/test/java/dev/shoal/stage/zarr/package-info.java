@NullMarked
package dev.shoal.stage.zarr;

import org.jspecify.annotations.NullMarked;
