/**
 * Named n-dimensional arrays in files, read by the storage chunk: the header model that every format is shown through,
 * and the readers behind it.
 */
@NullMarked
package dev.shoal.netcdf;

import org.jspecify.annotations.NullMarked;
