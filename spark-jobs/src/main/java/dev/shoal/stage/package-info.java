/**
 * The stages of the data's way, each from one kind of distributed rows to the next: scan, plan, read, judge, regrid,
 * write, register. The only place where the catalogue's records meet the files' own.
 */
@NullMarked
package dev.shoal.stage;

import org.jspecify.annotations.NullMarked;
