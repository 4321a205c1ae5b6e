// Reads a store of every kind of array that Shoal writes, with zarrita: node check_every_kind.mjs STORE COUNT
import assert from "node:assert";
import * as zarr from "zarrita";
import FileSystemStore from "@zarrita/storage/fs";

const [root, count] = process.argv.slice(2);
const store = await zarr.withConsolidatedMetadata(new FileSystemStore(root));
const names = store.contents().filter((item) => item.kind === "array").map((item) => item.path);
assert.equal(names.length, Number(count));

function expected(name, n) {
  const small = (37 * n + 11) % 101;
  const width = Number(name[1]);
  if (name[0] === "f") {
    return n % 13 === 5 ? NaN : small * 0.5;
  }
  const bits = BigInt(small) | (n % 7 === 0 ? 1n << BigInt(8 * width - 1) : 0n);
  const whole = name[0] === "u" ? bits : BigInt.asIntN(8 * width, bits);
  return width === 8 ? whole : Number(whole);
}

for (const path of names) {
  const array = await zarr.open.v2(zarr.root(store).resolve(path), { kind: "array" });
  assert.deepEqual(array.shape, [7, 10], path);
  assert.deepEqual(array.attrs._ARRAY_DIMENSIONS, ["y", "x"], path);
  const { data } = await zarr.get(array);
  assert.equal(data.length, 70, path);
  for (let n = 0; n < 70; n++) {
    assert.ok(Object.is(data[n], expected(path.slice(1), n)), `${path} ${n}: ${data[n]}`);
  }
}
console.log(names.length, "arrays equal");
