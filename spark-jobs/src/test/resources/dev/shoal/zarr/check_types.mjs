// Reads the store of TextSamples.java with zarrita, what it knows of it: node check_types.mjs STORE v2|v3
import assert from "node:assert";
import * as zarr from "zarrita";
import FileSystemStore from "@zarrita/storage/fs";

const [root, version] = process.argv.slice(2);
const WORDS = ["", "a", "Öl", "sea water", "温度", "x".repeat(11), "😀"];
const store = await zarr.withConsolidatedMetadata(new FileSystemStore(root), { format: version });

async function cells(name) {
  const array = await zarr.open[version](zarr.root(store).resolve(name), { kind: "array" });
  assert.deepEqual(array.shape, [7, 5]);
  const { data, stride } = await zarr.get(array);
  const at = (n) => Math.floor(n / 5) * stride[0] + (n % 5) * stride[1];
  return Array.from({ length: 35 }, (_, n) => (data.get ? data.get(at(n)) : data[at(n)]));
}

const words = Array.from({ length: 35 }, (_, n) => WORDS[n % 7]);
assert.deepEqual(await cells("texts"), words);
assert.deepEqual((await cells("truth")).map(Boolean), words.map((_, n) => n % 3 === 0));
if (globalThis.Float16Array) {
  assert.deepEqual(await cells("half"), words.map((_, n) => (n === 13 ? NaN : n * 0.25 - 3)));
}
if (version === "v2") {
  assert.deepEqual(await cells("points"), words);
  assert.deepEqual(await cells("char"), words.map((_, n) => String.fromCharCode(65 + (n % 26))));
  const bytes = await cells("bytes");
  assert.deepEqual(bytes[3], "sea water");
} else {
  for (const name of ["bytes", "points", "char"]) {
    await assert.rejects(cells(name), /Unknown or unsupported dataType|data/i);
  }
}
console.log("equal");
