// Prints what Icechunk's own library reads of a repository; then commits on top of a commit that is made meanwhile.
import { existsSync, writeFileSync } from 'node:fs';
import { Repository, Storage } from '@earthmover/icechunk';

const [root, sources, begun, goOn] = process.argv.slice(2);
const prefix = `file://${sources}/`;
const container = { urlPrefix: prefix, store: { type: 'LocalFileSystem', field0: sources } };
const repo = await Repository.open(await Storage.newLocalFilesystem(root),
  { virtualChunkContainers: { [prefix]: container } }, { [prefix]: null });

async function chunks(version) {
  const store = (await repo.readonlySession(version)).store;
  const found = {};
  for (const key of (await store.list()).filter((name) => !name.endsWith('zarr.json')).sort()) {
    found[key] = Buffer.from(await store.get(key)).toString('hex');
  }
  return found;
}

const found = { branches: await repo.listBranches(), tags: await repo.listTags(), refs: {}, history: {} };
for (const branch of found.branches) {
  found.refs[branch] = await chunks({ branch });
  found.history[branch] = (await repo.ancestry({ branch })).map((commit) => commit.message);
}
for (const tag of found.tags) {
  found.refs[tag] = await chunks({ tag });
}
found.diff = await repo.diff({ fromTag: found.tags[0], toSnapshotId: await repo.lookupBranch('main') });

const session = await repo.writableSession('main');
await session.store.set('native/c/7', Buffer.from([7, 7, 7, 7]));
writeFileSync(begun, '');
while (!existsSync(goOn)) {
  await new Promise((resolve) => setTimeout(resolve, 50));
}
try {
  await session.commit('without rebase');
} catch (conflict) {
  found.conflict = String(conflict).slice(0, 200);
  await session.rebase();
  found.commit = await session.commit('rebased');
}
console.log(JSON.stringify(found));
