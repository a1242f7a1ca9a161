// A table's generator in Node.
import { readFile } from 'node:fs/promises';
import ort from 'onnxruntime-node';

export async function load(path) {
  const file = await readFile(path);
  return new Generator(await ort.InferenceSession.create(file, { logSeverityLevel: 3 }), manifestOf(file));
}

class Generator {
  constructor(session, manifest) {
    Object.assign(this, { session, manifest });
  }

  /** The columns' values by name. `latent`: Float32Array of rows * latentSize; `where`: texts by column. */
  async sample(latent, where = {}) {
    const { columns, latentSize } = this.manifest;
    const rows = latent.length / latentSize;
    const codes = columns.filter(column => column.given !== null).map(column => codeOf(column, where[column.name]));
    const feeds = { Latent: new ort.Tensor('float32', latent, [rows, latentSize]) };
    if (codes.length > 0) {
      const given = BigInt64Array.from({ length: rows * codes.length }, (_, i) => BigInt(codes[i % codes.length]));
      feeds.Given = new ort.Tensor('int64', given, [rows, codes.length]);
    }
    const outputs = await this.session.run(feeds);
    return Object.fromEntries(columns.map(column => [column.name, outputs[column.tensor].data]));
  }
}

// -1: not given; -2: missing; -3: not missing; else the category's position
function codeOf(column, text) {
  if (text === undefined) return -1;
  const category = column.categories.indexOf(text);
  if (category >= 0) return category;
  if (text === '' || text === '*') return text === '' ? -2 : -3;
  throw new RangeError(`The value given for column '${column.name}' must be a category, but was '${text}'.`);
}

// Node's API does not give the metadata: the manifest's key is followed by the tag of its text, the text's length and the text.
function manifestOf(file) {
  let at = file.lastIndexOf('gan.manifest') + 'gan.manifest'.length + 1;
  let length = 0;
  for (let shift = 0, more = true; more; shift += 7) {
    length += (file[at] & 127) * 2 ** shift;
    more = file[at++] > 127;
  }
  return JSON.parse(file.toString('utf8', at, at + length));
}
