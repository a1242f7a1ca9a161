// A latent vector as bars up and down: the fingerprint of a sample, as the pad moves it.

import { colour, sharpContext } from '../page/dom.js';

const greatest = 3.5;

export function drawFingerprint(canvas, latent) {
  const width = canvas.clientWidth, height = canvas.clientHeight;
  if (width === 0) return;
  const context = sharpContext(canvas, width, height), step = width / latent.length;
  context.fillStyle = colour('--rule');
  context.fillRect(0, height / 2, width, 1);
  context.fillStyle = colour('--made');
  latent.forEach((number, place) => {
    const length = Math.max(-1, Math.min(1, number / greatest)) * height / 2;
    context.fillRect(place * step, height / 2 - Math.max(0, length), Math.max(1, step - (step > 4 ? 1.5 : 0.5)), Math.max(1, Math.abs(length)));
  });
  canvas.setAttribute('aria-label', `Its latent vector: ${latent.length} numbers`);
}
