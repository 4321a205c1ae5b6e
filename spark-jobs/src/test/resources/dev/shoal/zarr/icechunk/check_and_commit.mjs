// Reads a repository with Icechunk's own library, prints what it finds, and commits on top.
import { Repository, Storage } from '@earthmover/icechunk';

const [root, sources] = process.argv.slice(2);
const prefix = `file://${sources}/`;
const container = { urlPrefix: prefix, store: { type: 'LocalFileSystem', field0: sources } };
const repo = await Repository.open(await Storage.newLocalFilesystem(root),
  { virtualChunkContainers: { [prefix]: container } }, { [prefix]: null });

const hex = (bytes) => bytes === null ? null : Buffer.from(bytes).toString('hex');
const found = { branches: await repo.listBranches(), tags: await repo.listTags() };
found.history = (await repo.ancestry({ branch: 'main' })).map((commit) => commit.message);
const store = (await repo.readonlySession({ branch: 'main' })).store;
found.keys = (await store.list()).sort();
found.chunks = {};
for (const key of found.keys.filter((name) => !name.endsWith('zarr.json'))) {
  found.chunks[key] = hex(await store.get(key));
}
found.tagged = (await (await repo.readonlySession({ tag: 'v1' })).store.list()).sort();
const tip = await repo.lookupBranch('main');
const diff = await repo.diff({ fromTag: 'v1', toSnapshotId: tip });
found.newArrays = diff.newArrays;

const session = await repo.writableSession('main');
await session.store.set('native/c/1', Buffer.from([9, 9, 9, 9]));
await session.store.set('added/zarr.json', Buffer.from(JSON.stringify({
  zarr_format: 3, node_type: 'array', shape: [600], data_type: 'uint8', fill_value: 7,
  chunk_grid: { name: 'regular', configuration: { chunk_shape: [600] } },
  chunk_key_encoding: { name: 'default', configuration: { separator: '/' } },
  codecs: [{ name: 'bytes' }], attributes: {}, dimension_names: ['x'] })));
await session.store.set('added/c/0', Buffer.alloc(600, 5));
found.commit = await session.commit('from the library');
await repo.createTag('v2', found.commit);
console.log(JSON.stringify(found));
