/** Quality flags: QARTOD's five, how they roll up, and how they turn into those of other schemes. */
@NullMarked
package dev.shoal.qc.flag;

import org.jspecify.annotations.NullMarked;
