// Writes Zarr v3 arrays of every type and codec that zarrita writes, and what must be read: node make_v3.mjs STORE EXPECTED
import fs from "node:fs";
import path from "node:path";
import * as zarr from "zarrita";
import FileSystemStore from "@zarrita/storage/fs";

const [root, folder] = process.argv.slice(2);
const store = new FileSystemStore(root);
await zarr.create(zarr.root(store), { attributes: { title: "Température", list: [1, 2.5] } });
await zarr.create(zarr.root(store).resolve("below"), {});
const types = {
  int8: Int8Array, int16: Int16Array, int32: Int32Array, int64: BigInt64Array, uint8: Uint8Array, uint16: Uint16Array,
  uint32: Uint32Array, uint64: BigUint64Array, float32: Float32Array, float64: Float64Array,
};
const little = { name: "bytes", configuration: { endian: "little" } };
const codecs = {
  plain: [little],
  big: [{ name: "bytes", configuration: { endian: "big" } }],
  zstd: [little, { name: "zstd", configuration: { level: 3, checksum: true } }],
  blosc: [little, { name: "blosc", configuration: { cname: "zstd", clevel: 5, shuffle: "shuffle", typesize: 4, blocksize: 0 } }],
  turned: [{ name: "transpose", configuration: { order: [2, 0, 1] } }, little, { name: "zstd", configuration: { level: 1 } }],
};
const shape = [5, 4, 7];
let made = 0;
for (const [type, Numbers] of Object.entries(types)) {
  for (const [kind, steps] of Object.entries(codecs)) {
    const name = `${type}_${kind}`;
    const big = type.endsWith("64") && type !== "float64";
    const array = await zarr.create(zarr.root(store).resolve(made % 2 ? "below/" + name : name), {
      shape, chunkShape: [2, 3, 4], dtype: type, codecs: steps, fillValue: 7,
      dimensionNames: ["t", "y", "x"], chunkSeparator: made % 3 ? "/" : ".",
    });
    const data = new Numbers(5 * 4 * 7);
    for (let n = 0; n < data.length; n++) {
      const value = ((37 * n + 11) % 101) - (type.startsWith("u") ? 0 : 50);
      data[n] = big ? BigInt(value) : type.startsWith("float") ? value * 0.37 : value;
    }
    await zarr.set(array, [zarr.slice(0, 3), null, null], {
      data: data.subarray(0, 3 * 28), shape: [3, 4, 7], stride: [28, 7, 1],
    });
    // zarrita hands out turned arrays with their own strides.
    const back = await zarr.get(array);
    const rows = new Numbers(data.length);
    for (let n = 0; n < rows.length; n++) {
      const [t, y, x] = [Math.floor(n / 28), Math.floor(n / 7) % 4, n % 7];
      rows[n] = back.data[t * back.stride[0] + y * back.stride[1] + x * back.stride[2]];
    }
    fs.writeFileSync(path.join(folder, name), new Uint8Array(rows.buffer));
    made++;
  }
}
console.log(made, "arrays made");
