// Samples that are points of the plane. A point alone is a dot in the frame that all share.

import { colour, sharpContext } from '../page/dom.js';
import { rangeOf, widened } from './range.js';

export function pointForm(first) {
  const cloud = first.slice();
  const across = widened(rangeOf(first.filter((_, place) => place % 2 === 0), 0.002), 0.08);
  const up = widened(rangeOf(first.filter((_, place) => place % 2 === 1), 0.002), 0.08);
  const half = Math.max(across[1] - across[0], up[1] - up[0]) / 2;
  const middle = [(across[0] + across[1]) / 2, (up[0] + up[1]) / 2];

  /** Where a point is in a square frame of this side. */
  const place = (x, y, side) => [side * (x - middle[0] + half) / (2 * half), side * (middle[1] + half - y) / (2 * half)];

  function draw(canvas, values) {
    const side = canvas.clientWidth || 64;
    const context = sharpContext(canvas, side, side);
    drawInto(context, values, 0, 0, side);
  }

  function drawInto(context, values, left, top, side) {
    context.save();
    context.translate(left, top);
    context.fillStyle = colour('--rule');
    for (let point = 0; point < Math.min(cloud.length, 512); point += 2) {
      context.fillRect(...place(cloud[point], cloud[point + 1], side), 1.5, 1.5);
    }
    context.fillStyle = colour('--made');
    context.beginPath();
    context.arc(...place(values[0], values[1], side), Math.max(3, side / 40), 0, 7);
    context.fill();
    context.restore();
  }

  return { name: 'point', ratio: 1, mapSide: 25, draw, drawInto, place, middle, half };
}
