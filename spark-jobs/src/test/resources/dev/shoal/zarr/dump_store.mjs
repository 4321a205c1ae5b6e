// Writes the little-endian bytes of every array of a Zarr v3 store to files: node dump_store.mjs STORE FOLDER
import fs from "node:fs";
import path from "node:path";
import * as zarr from "zarrita";
import FileSystemStore from "@zarrita/storage/fs";

const [root, folder] = process.argv.slice(2);
const store = new FileSystemStore(root);
for (const name of fs.readdirSync(root)) {
  if (fs.existsSync(path.join(root, name, "zarr.json"))) {
    const array = await zarr.open.v3(zarr.root(store).resolve(name), { kind: "array" });
    const { data } = array.shape.length === 0 ? await array.getChunk([]) : await zarr.get(array);
    fs.writeFileSync(path.join(folder, name), new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
}
