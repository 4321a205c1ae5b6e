/** Files of weights between two grids, as CDO (SCRIP) and ESMF write and read them: without Spark. */
@NullMarked
package dev.shoal.weights;

import org.jspecify.annotations.NullMarked;
