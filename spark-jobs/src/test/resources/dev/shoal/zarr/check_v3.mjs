// Reads a v3 store of every kind of array that Shoal writes, with zarrita: node check_v3.mjs STORE COUNT
import assert from "node:assert";
import * as zarr from "zarrita";
import FileSystemStore from "@zarrita/storage/fs";

const [root, count] = process.argv.slice(2);
const plain = new FileSystemStore(root);
const store = await zarr.withConsolidatedMetadata(plain, { format: "v3" });
const paths = store.contents().filter((item) => item.kind === "array").map((item) => item.path);
assert.equal(paths.length, Number(count));
assert.ok(store.contents().some((item) => item.kind === "group" && item.path === "/deep/group"));

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

for (const path of paths) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  for (const from of path.length % 5 === 0 ? [store, plain] : [store]) {
    const array = await zarr.open.v3(zarr.root(from).resolve(path), { kind: "array" });
    assert.deepEqual(array.shape, [7, 10], path);
    assert.deepEqual(array.chunks, [3, 4], path);
    assert.deepEqual(array.dimensionNames, ["y", "x"], path);
    const { data, stride } = await zarr.get(array);
    for (let n = 0; n < 70; n++) {
      const at = Math.floor(n / 10) * stride[0] + (n % 10) * stride[1];
      assert.ok(Object.is(data[at], expected(name, n)), `${path} ${n}: ${data[at]}`);
    }
  }
}
console.log(paths.length, "arrays equal");
