// The generator of tables: the rows of a seed under conditions, in chunks, so that the page shows how far it is.

import { latentRows } from '../latent/latents.js';

const chunk = 250;

export const notGiven = -1n, missing = -2n, present = -3n;

/**
 * generate(seed, count, given, onPart, isOver): the outputs by tensor name as arrays, or null once isOver() says that nobody waits.
 * What is given is pairs [place in Given, code].
 */
export function tableGenerator({ latentSize, prior, columns }, session) {
  const places = columns.filter(({ given }) => Number.isInteger(given)).length;
  return async (seed, count, given, onPart, isOver) => {
    const outputs = Object.fromEntries(columns.map(({ tensor }) => [tensor, []]));
    for (let first = 0; first < count; first += chunk) {
      const length = Math.min(chunk, count - first);
      const feeds = { Latent: { type: 'float32', data: latentRows({ seed, latentSize, prior }, first, length), dims: [length, latentSize] } };
      if (places > 0) feeds.Given = { type: 'int64', data: codes(given, places, length), dims: [length, places] };
      const results = await session.run(feeds);
      if (isOver()) return null;
      for (const { tensor } of columns) for (const cell of results[tensor].data) outputs[tensor].push(cell);
      onPart(first + length);
    }
    return outputs;
  };
}

function codes(given, places, length) {
  const all = new BigInt64Array(length * places).fill(notGiven);
  for (const [place, code] of given) for (let row = 0; row < length; row++) all[row * places + place] = code;
  return all;
}
