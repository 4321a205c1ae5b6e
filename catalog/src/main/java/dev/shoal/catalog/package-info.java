/**
 * Records of what is where and when: files met by a scan, datasets made, the granules they came from, the runs that
 * made them, and where on earth each of them lies. Records stay inside one process; what travels between executors is
 * the row of their table.
 */
@NullMarked
package dev.shoal.catalog;

import org.jspecify.annotations.NullMarked;
