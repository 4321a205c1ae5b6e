/** Where things are: distances over the earth, regions, land and the depth of the sea. */
@NullMarked
package dev.shoal.qc.place;

import org.jspecify.annotations.NullMarked;
