/**
 * The documents of Zarr v3, {@code zarr.json}, after the core specification 3.1 and what zarr-python 3 writes beyond
 * it: types of texts and times, consolidated metadata, the codecs of numcodecs.
 */
@NullMarked
package dev.shoal.zarr.v3;

import org.jspecify.annotations.NullMarked;
