@NullMarked
package dev.shoal.notebooks;

import org.jspecify.annotations.NullMarked;
