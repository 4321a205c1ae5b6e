/** Kernels under JMH: what one core does with arrays in memory, without Spark. */
@NullMarked
package dev.shoal.bench;

import org.jspecify.annotations.NullMarked;
