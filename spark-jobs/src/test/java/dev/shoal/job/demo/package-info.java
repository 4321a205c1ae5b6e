@NullMarked
package dev.shoal.job.demo;

import org.jspecify.annotations.NullMarked;
