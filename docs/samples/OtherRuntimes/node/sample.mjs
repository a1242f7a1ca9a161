// Makes rows of a table in Node: npm ci; node sample.mjs generator.onnx education=Masters occupation=
import { load } from './generator.mjs';

const rows = 5;
const [path, ...conditions] = process.argv.slice(2);
const generator = await load(path);
const where = Object.fromEntries(conditions.map(text => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]));
const normal = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
const columns = await generator.sample(Float32Array.from({ length: rows * generator.manifest.latentSize }, normal), where);

console.log(Object.keys(columns).join('\t'));
for (let row = 0; row < rows; row++) console.log(Object.values(columns).map(values => values[row]).join('\t'));
