/** Gridded fields such as climatologies and bathymetries: values over latitude, longitude, depth and the year. */
@NullMarked
package dev.shoal.qc.field;

import org.jspecify.annotations.NullMarked;
