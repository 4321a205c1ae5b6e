/** The QC tests of single values as functions of Spark SQL, and the catalogues that offer them. */
@NullMarked
package dev.shoal.udf;

import org.jspecify.annotations.NullMarked;
