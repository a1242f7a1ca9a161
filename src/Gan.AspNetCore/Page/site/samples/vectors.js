// Samples that are vectors: bars while they can be told apart, else a line.

import { colour, sharpContext } from '../page/dom.js';
import { rangeOf, widened } from './range.js';

const greatestBars = 24;

export function vectorForm([length], first) {
  const range = rangeOf(first);
  const [least, greatest] = widened([Math.min(0, range[0]), Math.max(0, range[1])], 0.04);

  function draw(canvas, values) {
    const width = canvas.clientWidth || 64, height = canvas.clientHeight || 64;
    const context = sharpContext(canvas, width, height);
    drawInto(context, values, 0, 0, width, height);
  }

  function drawInto(context, values, left, top, width, height) {
    const heightOf = value => top + height * (greatest - value) / (greatest - least);
    const step = width / length, zero = heightOf(0);
    context.fillStyle = colour('--rule');
    context.fillRect(left, zero, width, 1);
    context.fillStyle = context.strokeStyle = colour('--made');
    if (length <= greatestBars) {
      const gap = Math.min(3, step / 4);
      values.forEach((value, place) => context.fillRect(left + place * step + gap / 2, Math.min(zero, heightOf(value)), step - gap,
        Math.abs(heightOf(value) - zero)));
      return;
    }
    context.lineWidth = width > 150 ? 1.75 : 1;
    context.lineJoin = 'round';
    context.beginPath();
    values.forEach((value, place) => context.lineTo(left + (place + 0.5) * step, heightOf(value)));
    context.stroke();
  }

  return { name: 'vector', ratio: 1, mapSide: 5, draw, drawInto };
}
