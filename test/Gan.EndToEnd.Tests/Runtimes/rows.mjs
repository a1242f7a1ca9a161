// The rows of given latent vectors under given conditions, as texts by column.
import { readFile } from 'node:fs/promises';
import { load } from './generator.mjs';

const [path, latentPath, where] = process.argv.slice(2);
const bytes = await readFile(latentPath);
const generator = await load(path);
const columns = await generator.sample(new Float32Array(new Uint8Array(bytes).buffer), JSON.parse(where));
console.log(JSON.stringify(Object.values(columns).map(values => Array.from(values, String))));
