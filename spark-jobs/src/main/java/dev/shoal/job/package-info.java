/** Programs: one class is one command, and {@link dev.shoal.job.Main} is their door. */
@NullMarked
package dev.shoal.job;

import org.jspecify.annotations.NullMarked;
