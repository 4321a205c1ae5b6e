/** Small programs that tests submit to a cluster. */
@NullMarked
package dev.shoal.cluster.program;

import org.jspecify.annotations.NullMarked;
