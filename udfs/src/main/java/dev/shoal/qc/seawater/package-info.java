/** The physics of seawater: TEOS-10, and the equations of state that came before it. */
@NullMarked
package dev.shoal.qc.seawater;

import org.jspecify.annotations.NullMarked;
