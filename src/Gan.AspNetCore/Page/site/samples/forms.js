// How samples of a shape are drawn: draw(canvas, values), and drawInto(context, values, left, top, width, height).

import { imageForm } from './images.js';
import { pointForm } from './points.js';
import { vectorForm } from './vectors.js';

/** The form for a model's shape; the first samples decide its scales. */
export function formOf(sampleShape, first) {
  if (sampleShape.length === 3) return imageForm(sampleShape, first);
  return sampleShape[0] === 2 ? pointForm(first) : vectorForm(sampleShape, first);
}

/** How many rows are shown at once. */
export const rowsShown = sampleShape => sampleShape.length === 1 && sampleShape[0] === 2 ? 1000 : 42;
