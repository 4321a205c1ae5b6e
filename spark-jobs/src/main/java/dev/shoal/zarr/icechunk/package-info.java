/**
 * Icechunk repositories, version 2 of their specification: Zarr v3 with commits, branches and tags.
 *
 * <p>Format: {@link dev.shoal.zarr.icechunk.Envelope} around a flatbuffer of {@link dev.shoal.zarr.icechunk.RepoInfo},
 * {@link dev.shoal.zarr.icechunk.Snapshot}, {@link dev.shoal.zarr.icechunk.Manifest} or
 * {@link dev.shoal.zarr.icechunk.TransactionLog}; read by {@link dev.shoal.zarr.icechunk.Fields}, made by
 * {@link dev.shoal.zarr.icechunk.Tables}. Numbers of slots are positions of fields in the tables of the specification.
 * Flatbuffers' and zstd's libraries are those that Spark brings, so that a job's jar has no second copy.
 *
 * <p>Use: {@link dev.shoal.zarr.icechunk.IcechunkRepository} holds branches, tags and history;
 * {@link dev.shoal.zarr.icechunk.IcechunkSession} makes a commit, for which
 * {@link dev.shoal.zarr.icechunk.ManifestWriter}s write manifests of references, and
 * {@link dev.shoal.zarr.icechunk.CommitDraft}s let any process write chunks;
 * {@link dev.shoal.zarr.icechunk.SessionObjects} shows a session, {@link dev.shoal.zarr.icechunk.IcechunkObjects} a
 * commit, as the objects of a store. {@link dev.shoal.zarr.icechunk.RebaseRules} says what two commits may not both
 * change. {@link dev.shoal.zarr.icechunk.Expiry} and {@link dev.shoal.zarr.icechunk.GarbageCollection} take away what
 * is old, {@link dev.shoal.zarr.icechunk.RepositoryCheck} looks whether the rest is whole.
 */
@NullMarked
package dev.shoal.zarr.icechunk;

import org.jspecify.annotations.NullMarked;
