// Prints the chunks of one array, as Icechunk's own library reads them.
import { Repository, Storage } from '@earthmover/icechunk';

const [root, sources, ...keys] = process.argv.slice(2);
const prefix = `file://${sources}/`;
const container = { urlPrefix: prefix, store: { type: 'LocalFileSystem', field0: sources } };
const repo = await Repository.open(await Storage.newLocalFilesystem(root),
  { virtualChunkContainers: { [prefix]: container } }, { [prefix]: null });
const store = (await repo.readonlySession({ branch: 'main' })).store;
for (const key of keys) {
  console.log(Buffer.from(await store.get(key)).toString('hex'));
}
