/**
 * Files seen as if they held what can be reckoned from them: fields on other levels, and currents towards east and
 * north.
 */
@NullMarked
package dev.shoal.cf.view;

import org.jspecify.annotations.NullMarked;
