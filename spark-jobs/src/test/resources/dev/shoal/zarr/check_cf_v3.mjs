// Reads a CF store that Shoal writes as v3, with zarrita: node check_cf_v3.mjs STORE
import assert from "node:assert";
import * as zarr from "zarrita";
import FileSystemStore from "@zarrita/storage/fs";

const root = zarr.root(await zarr.withConsolidatedMetadata(new FileSystemStore(process.argv[2]), { format: "v3" }));
const group = await zarr.open.v3(root, { kind: "group" });
assert.deepEqual(group.attrs, { title: "Température à 10 °C", "größe": [1, 2], ratio: 0.5 });

async function read(name) {
  const array = await zarr.open.v3(root.resolve(name), { kind: "array" });
  const chunk = await zarr.get(array);
  return { attrs: array.attrs, dims: array.dimensionNames, data: chunk.data === undefined ? chunk : Array.from(chunk.data) };
}

const time = await read("time");
assert.deepEqual(time.data, [0, 0.5, 31]);
assert.equal(time.attrs.units, "days since 2000-01-01");
const sst = await read("sst");
assert.equal(sst.attrs.units, "°C");
assert.deepEqual(sst.data, Array.from({ length: 60 }, (_, n) => (n % 13 === 5 || n < 20 ? NaN : ((37 * n + 11) % 101) * 0.5)));
assert.deepEqual(sst.dims, ["time", "lat", "lon"]);
assert.deepEqual(sst.attrs, { units: "°C", valid_range: [-2, 40], _FillValue: "AAAAAAAA+H8=" });
assert.equal((await read("packed")).attrs._FillValue, -999);
assert.deepEqual((await read("flags")).attrs, { flag_values: [1, 2, 3, 4, 9] });
const crs = await zarr.open.v3(root.resolve("crs"), { kind: "array" });
assert.deepEqual([crs.shape, (await crs.getChunk([])).data[0]], [[], 7]);
assert.deepEqual((await read("packed")).data, [5, -999, -10, -999, -999]);
assert.deepEqual((await read("flags")).data, [1, 4, 9, 1, 200]);
console.log("equal");
