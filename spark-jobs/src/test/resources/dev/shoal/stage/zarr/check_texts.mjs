// Reads a v3 store of make_texts.py with zarrita: node check_texts.mjs STORE STEPS
import assert from "node:assert";
import * as zarr from "zarrita";
import FileSystemStore from "@zarrita/storage/fs";

const [root, words] = process.argv.slice(2);
const steps = Number(words);
const NAMES = ["Aberdeen", "Öresund", "", "Brest ", "Vigo"];
const WORDS = ["", "calm", "rough sea", "Böe", "温度 ok"];
const store = await zarr.withConsolidatedMetadata(new FileSystemStore(root), { format: "v3" });

async function cells(name) {
  const array = await zarr.open.v3(zarr.root(store).resolve(name), { kind: "array" });
  const { data, stride, shape } = await zarr.get(array);
  const rows = shape[0];
  const columns = shape[1] ?? 1;
  const out = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      out.push(data[row * stride[0] + column * (stride[1] ?? 0)]);
    }
  }
  return out;
}

const both = (of) => Array.from({ length: 5 * steps }, (_, n) => of(Math.floor(n / 5), n % 5));
assert.deepEqual(await cells("name"), NAMES);
assert.deepEqual(await cells("code"), Array.from({ length: steps }, (_, n) => `c${String(n).padStart(3, "0")}      `));
assert.deepEqual(await cells("mode"), ["R", "D", "A", "R", "D"]);
assert.deepEqual(await cells("flag"), both((step, at) => String(1 + ((step % 4) + at) % 9)));
assert.deepEqual(await cells("remark"), both((step, at) => WORDS[(step + at) % 5]));
assert.deepEqual(await cells("label"), WORDS.map((word) => word + "!"));
assert.deepEqual(await cells("depth"), both((step, at) => 5 * step + at));
console.log("same");
