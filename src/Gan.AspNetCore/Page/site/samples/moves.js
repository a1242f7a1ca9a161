// Latent rows moved: along two directions, or from one to another.

import { dot } from './directions.js';
import { isUniform } from '../latent/latents.js';

/** How far the plane reaches from its middle, in standard deviations of a normal prior or of the uniform prior's unit. */
export const reachOf = prior => isUniform(prior) ? 2 : 4;

/** Rows that are all moved by x along the first direction and y along the second. */
export function moved(rows, [first, second], x, y, prior) {
  const size = first.length, result = new Float32Array(rows.length);
  for (let place = 0; place < rows.length; place++) {
    result[place] = within(rows[place] + x * first[place % size] + y * (second?.[place % size] ?? 0), prior);
  }
  return result;
}

/** The plane through a row: side * side rows, from the upper left to the lower right. */
export function planeThrough(row, directions, side, reach, prior) {
  const rows = new Float32Array(side * side * row.length);
  for (let place = 0; place < side * side; place++) {
    const x = reach * (2 * (place % side) / (side - 1) - 1), y = reach * (1 - 2 * Math.floor(place / side) / (side - 1));
    rows.set(moved(row, directions, x, y, prior), place * row.length);
  }
  return rows;
}

/** The row at part t of the way: along the arc for a normal prior, whose rows all have about one length, else straight. */
export function between(from, to, t, prior) {
  const cosine = dot(from, to) / (Math.hypot(...from) * Math.hypot(...to));
  const angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
  const isStraight = isUniform(prior) || angle < 1e-3 || angle > Math.PI - 1e-3;
  if (isStraight) return from.map((number, place) => (1 - t) * number + t * to[place]);
  const a = Math.sin((1 - t) * angle) / Math.sin(angle), b = Math.sin(t * angle) / Math.sin(angle);
  return from.map((number, place) => a * number + b * to[place]);
}

const within = (number, prior) => isUniform(prior) ? Math.max(-1, Math.min(1, number)) : number;
