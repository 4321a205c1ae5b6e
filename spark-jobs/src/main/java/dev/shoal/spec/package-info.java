/** The one YAML file that configures a run: its records, and the strict reading of them. Knows no Spark. */
@NullMarked
package dev.shoal.spec;

import org.jspecify.annotations.NullMarked;
