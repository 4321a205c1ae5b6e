// Reads a sharded pyramid of Zarr v3 with zarrita: node check_pyramid.mjs STORE
import assert from "node:assert";
import fs from "node:fs";
import path from "node:path";
import * as zarr from "zarrita";
import FileSystemStore from "@zarrita/storage/fs";

const folder = process.argv[2];
const root = zarr.root(await zarr.withConsolidatedMetadata(new FileSystemStore(folder), { format: "v3" }));
const group = await zarr.open.v3(root, { kind: "group" });
assert.deepEqual(group.attrs.multiscales[0].datasets, [{ path: "0" }, { path: "1" }, { path: "2" }]);

async function read(name) {
  const array = await zarr.open.v3(root.resolve(name), { kind: "array" });
  return Array.from((await zarr.get(array)).data, Number);
}

const expected = {
  "0/sst": Array.from({ length: 32 }, (_, n) => n),
  "0/sst_qc": Array.from({ length: 32 }, (_, n) => (n % 8 === 0 ? 4 : 1)),
  "1/sst": [2.5, 3.25, 4.25, 5.25, 10.5, 11.25, 12.25, 13.25],
  "2/sst": [7, 8.75],
  "1/lon": [174, 178, -178, -174],
  "2/lon": [176, -176],
  "2/lat": [0],
  "2/time": [7],
};
for (const [name, values] of Object.entries(expected)) {
  assert.deepEqual(await read(name), values, name);
}
for (const level of ["0", "1", "2"]) {
  const document = JSON.parse(fs.readFileSync(path.join(folder, level, "sst", "zarr.json")));
  assert.equal(document.codecs[0].name, "sharding_indexed");
  assert.deepEqual(document.codecs[0].configuration.chunk_shape, [1, 1, 2]);
}
console.log("equal");
