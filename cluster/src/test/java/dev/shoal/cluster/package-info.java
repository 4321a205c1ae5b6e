/** Tests of the cluster, and the fixture that starts one. */
@NullMarked
package dev.shoal.cluster;

import org.jspecify.annotations.NullMarked;
