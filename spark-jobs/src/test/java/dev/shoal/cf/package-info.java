/** Tests of the CF meaning of files. */
@NullMarked
package dev.shoal.cf;

import org.jspecify.annotations.NullMarked;
