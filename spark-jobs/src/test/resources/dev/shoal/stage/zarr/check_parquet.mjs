// Compares the rows of kerchunk's Parquet, as DuckDB reads them, with references in JSON.
// check_parquet.mjs references.parquet references.json; prints how many chunks were the same.
import { existsSync, readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder, json] = process.argv.slice(2);
const refs = JSON.parse(readFileSync(json, 'utf8')).refs;
const { metadata, record_size: size } = JSON.parse(readFileSync(`${folder}/.zmetadata`, 'utf8'));
const connection = await (await DuckDBInstance.create(':memory:')).connect();

function same(actual, expected, what) {
  if (actual !== expected) {
    throw new Error(`${what}: found ${actual}, expected ${expected}`);
  }
}

let chunks = 0;
for (const key of Object.keys(metadata).filter((name) => name.endsWith('/.zarray'))) {
  const field = key.slice(0, -'/.zarray'.length);
  same(JSON.stringify(metadata[key]), JSON.stringify(JSON.parse(refs[key])), key);
  const { shape, chunks: lengths } = metadata[key];
  const counts = shape.map((length, axis) => Math.ceil(length / lengths[axis]));
  const all = counts.reduce((a, b) => a * b, 1);
  for (let part = 0; part * size < all; part++) {
    const file = `${folder}/${field}/refs.${part}.parq`;
    const rows = existsSync(file)
      ? (await connection.runAndReadAll(
          `SELECT path, "offset"::BIGINT, size::BIGINT, base64(raw) FROM read_parquet('${file}', file_row_number = true) ORDER BY file_row_number`)).getRows()
      : Array(size).fill([null, 0n, 0n, null]);
    same(rows.length, size, `${file} rows`);
    rows.forEach(([path, offset, length, raw], row) => {
      let rest = part * size + row;
      const index = counts.map(() => 0);
      for (let axis = counts.length - 1; axis >= 0; axis--) {
        index[axis] = rest % counts[axis];
        rest = Math.floor(rest / counts[axis]);
      }
      const expected = rest > 0 && counts.length > 0 || part * size + row >= all
        ? undefined : refs[`${field}/${counts.length === 0 ? '0' : index.join('.')}`];
      const found = raw !== null ? `base64:${raw}` : path === null ? undefined : JSON.stringify([path, Number(offset), Number(length)]);
      same(found, Array.isArray(expected) ? JSON.stringify(expected) : expected, `${field} ${index}`);
      chunks += found === undefined ? 0 : 1;
    });
  }
}
same(chunks, Object.keys(refs).filter((name) => !/\.z[a-z]+$/.test(name)).length, 'chunks');
console.log(`${chunks} chunks`);
