@NullMarked
package dev.shoal.netcdf;

import org.jspecify.annotations.NullMarked;
