/** Tests of the steps between a chunk's elements and its bytes. */
@NullMarked
package dev.shoal.codec;

import org.jspecify.annotations.NullMarked;
