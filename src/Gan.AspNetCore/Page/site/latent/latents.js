// Latent vectors and classes of a seed's rows: row i is the server's, to the bit (src/Gan.Onnx/Latent/LatentSource.cs).

import { mix } from './philox.js';
import { uniform, writeNormals } from './normal.js';

const blocksPerGroup = 8, groupSize = 4 * blocksPerGroup;
const latentStream = 0, classStream = 1;
const twoTo32 = 2 ** 32;

export const isUniform = prior => prior === 'Uniform';

/** The latent vectors of rows first, first + 1, ..., one after the other in a Float32Array. */
export function latentRows({ seed, latentSize, prior }, first, count) {
  const rows = new Float32Array(count * latentSize), group = new Float32Array(groupSize);
  for (let row = 0; row < count; row++) {
    for (let start = 0; start < latentSize; start += groupSize) {
      fillGroup(seed, first + row, start / 4, prior, group);
      const length = Math.min(groupSize, latentSize - start);
      rows.set(group.subarray(0, length), row * latentSize + start);
    }
  }
  return rows;
}

/** The place of a row's class, drawn by the classes' frequencies. */
export function drawnClass(seed, row, frequencies) {
  const words = blockOf(seed, 0, row, classStream);
  const unit = ((words[0] >>> 0) * 2 ** 20 + (words[1] >>> 12) + 0.5) / 2 ** 52;
  const point = unit * frequencies.reduce((total, frequency) => total + frequency, 0);
  const last = frequencies.findLastIndex(frequency => frequency > 0);
  let place = 0;
  for (let sum = frequencies[0]; place < last && point >= sum; sum += frequencies[place]) place++;
  return place;
}

function fillGroup(seed, row, firstBlock, prior, group) {
  for (let block = 0; block < blocksPerGroup; block++) {
    const words = blockOf(seed, firstBlock + block, row, latentStream);
    for (let word = 0; word < 4; word += 2) {
      const place0 = block + word * blocksPerGroup, place1 = place0 + blocksPerGroup;
      if (isUniform(prior)) {
        group[place0] = uniform(words[word]);
        group[place1] = uniform(words[word + 1]);
      } else {
        writeNormals(words[word], words[word + 1], group, place0, place1);
      }
    }
  }
}

function blockOf(seed, block, row, stream) {
  const words = [block, 0, row % twoTo32 | 0, Math.floor(row / twoTo32) | 0];
  mix(words, seed | 0, stream);
  return words;
}
