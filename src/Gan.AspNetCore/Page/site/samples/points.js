// Samples that are points of the plane. A point alone is a dot in the frame that all share. Its colour says where it is:
// the hue is its direction from the middle, the strength its distance.

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

  function colourOf(x, y) {
    const [across, up] = [(x - middle[0]) / half, (y - middle[1]) / half];
    const strength = Math.min(1, Math.hypot(across, up));
    return `oklch(66% ${(0.19 * strength).toFixed(3)} ${((Math.atan2(up, across) / Math.PI * 180 + 405) % 360).toFixed(1)})`;
  }

  function draw(canvas, values) {
    const side = canvas.clientWidth || 64;
    const context = sharpContext(canvas, side, side);
    drawInto(context, values, 0, 0, side);
  }

  function drawInto(context, values, left, top, side) {
    context.save();
    context.translate(left, top);
    context.fillStyle = colour('--edge');
    for (let point = 0; point < Math.min(cloud.length, 1024); point += 2) {
      context.fillRect(...place(cloud[point], cloud[point + 1], side), 1, 1);
    }
    context.fillStyle = colourOf(values[0], values[1]);
    context.beginPath();
    context.arc(...place(values[0], values[1], side), Math.max(4, side / 30), 0, 7);
    context.fill();
    context.strokeStyle = colour('--ink');
    context.lineWidth = 1.5;
    context.stroke();
    context.restore();
  }

  return { name: 'point', ratio: 1, mapSide: 61, draw, drawInto, place, colourOf, middle, half };
}
