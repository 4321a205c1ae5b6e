@NullMarked
package dev.shoal.bench;

import org.jspecify.annotations.NullMarked;
