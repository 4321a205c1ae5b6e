@NullMarked
package dev.shoal.job.report;

import org.jspecify.annotations.NullMarked;
