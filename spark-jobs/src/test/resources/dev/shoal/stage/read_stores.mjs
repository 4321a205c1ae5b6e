// Reads the variables of Zarr stores with zarrita: node read_stores.mjs CASES.json; one line each, "store variable shape crc32"
import fs from "node:fs";
import zlib from "node:zlib";
import * as zarr from "zarrita";
import FileSystemStore from "@zarrita/storage/fs";

for (const { store, variable } of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) {
  const root = zarr.root(await zarr.withConsolidatedMetadata(new FileSystemStore(store)));
  const array = await zarr.open.v2(root.resolve(variable), { kind: "array" });
  const { data, shape } = await zarr.get(array);
  for (let i = 0; i < data.length; i++) {
    if (Number.isNaN(data[i])) data[i] = NaN;
  }
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  console.log(store, variable, shape.join("x"), crc32(bytes));
}

function crc32(bytes) {
  if (zlib.crc32) return zlib.crc32(bytes);
  const table = Int32Array.from({ length: 256 }, (_, n) => {
    for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n;
  });
  let crc = -1;
  for (const byte of bytes) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
