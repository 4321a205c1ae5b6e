/** Tests of the CF meaning of files. */
@NullMarked
package dev.shoal.weights;

import org.jspecify.annotations.NullMarked;
