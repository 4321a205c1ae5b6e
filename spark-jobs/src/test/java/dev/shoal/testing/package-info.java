/** What tests of several packages share. */
@NullMarked
package dev.shoal.testing;

import org.jspecify.annotations.NullMarked;
