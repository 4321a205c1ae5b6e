/** One door into jhdf's package of the same name: the chunk index that it keeps to itself. */
@NullMarked
package io.jhdf.dataset.chunked;

import org.jspecify.annotations.NullMarked;
