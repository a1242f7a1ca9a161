// Samples that are images, [channels, height, width]: pixels of one range of values, which the first samples decide.

import { rangeOf } from './range.js';

export function imageForm([channels, height, width], first) {
  const [least, greatest] = rangeOf(first);
  const scale = 255 / (greatest - least || 1);
  const plane = height * width;
  const pixels = new ImageData(width, height);
  const picture = Object.assign(document.createElement('canvas'), { width, height });

  /** Draws a sample as it is, one canvas pixel a pixel; the style sheet enlarges it. */
  function draw(canvas, values) {
    for (let place = 0; place < plane; place++) {
      for (let colour = 0; colour < 3; colour++) {
        pixels.data[4 * place + colour] = (values[(channels === 3 ? colour * plane : 0) + place] - least) * scale;
      }
      pixels.data[4 * place + 3] = 255;
    }
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    canvas.getContext('2d').putImageData(pixels, 0, 0);
  }

  /** Draws a sample into a rectangle of a larger picture. */
  function drawInto(context, values, left, top, drawnWidth, drawnHeight) {
    draw(picture, values);
    context.imageSmoothingEnabled = false;
    context.drawImage(picture, left, top, drawnWidth, drawnHeight);
  }

  return { name: 'image', ratio: width / height, mapSide: 7, draw, drawInto };
}
