// Many samples in one picture, for saving.

import { colour } from '../page/dom.js';

const margin = 16, gap = 4, leastSide = 96;

/** A canvas with samples in rows of so many. */
export function pictureOf(form, samples, across = Math.min(8, samples.length)) {
  const height = leastSide, width = Math.round(leastSide * form.ratio);
  const canvas = document.createElement('canvas');
  canvas.width = 2 * margin + across * (width + gap) - gap;
  canvas.height = 2 * margin + Math.ceil(samples.length / across) * (height + gap) - gap;
  const context = canvas.getContext('2d');
  context.fillStyle = colour('--panel');
  context.fillRect(0, 0, canvas.width, canvas.height);
  samples.forEach((values, place) => form.drawInto(context, values,
    margin + place % across * (width + gap), margin + Math.floor(place / across) * (height + gap), width, height));
  return canvas;
}

/** One sample in a picture of its own, at least 512 pixels wide. */
export function enlarged(form, values) {
  const width = 512, height = Math.round(width / form.ratio);
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  context.fillStyle = colour('--panel');
  context.fillRect(0, 0, width, height);
  form.drawInto(context, values, 0, 0, width, height);
  return canvas;
}
