/** What the notebooks need to run. */
@NullMarked
package dev.shoal.notebooks;

import org.jspecify.annotations.NullMarked;
