// The way from one kept sample to another: its frames in a strip, and an animation to and fro.

import { byId, element, prefersStillness } from '../page/dom.js';
import { between } from './moves.js';

const frames = 49, stripFrames = 9, secondsThere = 2.5;

/** generate(latents, count, labels) makes the frames; labels change in the middle of the way. */
export function createFilm(form, { latentSize, prior }, generate) {
  const canvas = byId('frame'), strip = byId('strip'), time = byId('time'), play = byId('play');
  const cells = Array.from({ length: stripFrames }, () => element('canvas', { 'aria-hidden': 'true' }));
  let samples = null, started = null;
  strip.append(...cells);
  time.oninput = () => { stop(); show(); };
  play.onclick = () => started === null ? begin() : stop();
  if (prefersStillness()) {
    play.disabled = true;
    play.title = 'Your system asks for less motion: use the slider.';
  }

  return { async join(from, to) {
    const latents = new Float32Array(frames * latentSize), labels = new Uint32Array(frames);
    for (let frame = 0; frame < frames; frame++) {
      const t = frame / (frames - 1);
      latents.set(between(from.latent, to.latent, t, prior), frame * latentSize);
      labels[frame] = t < 0.5 ? from.label : to.label;
    }
    samples = await generate(latents, frames, labels);
    byId('film-text').textContent = `From ${from.caption} to ${to.caption}`;
    redraw();
  }, redraw };

  function redraw() {
    if (!samples) return;
    cells.forEach((cell, place) => form.draw(cell, sampleAt(place / (stripFrames - 1))));
    show();
  }

  function sampleAt(t) {
    const length = samples.length / frames, frame = Math.round(t * (frames - 1));
    return samples.subarray(frame * length, (frame + 1) * length);
  }

  function show() {
    const t = Number(time.value);
    if (samples) form.draw(canvas, sampleAt(t));
    strip.style.setProperty('--t', t);
    time.setAttribute('aria-valuetext', `${Math.round(t * 100)} % of the way`);
  }

  function begin() {
    started = performance.now() - triangleTime(Number(time.value));
    setPlaying(true);
    requestAnimationFrame(tick);
  }

  function tick(now) {
    if (started === null) return;
    const part = (now - started) / 1000 / secondsThere % 2;
    time.value = part < 1 ? part : 2 - part;
    show();
    requestAnimationFrame(tick);
  }

  function stop() {
    started = null;
    setPlaying(false);
  }

  function triangleTime(t) { return t * secondsThere * 1000; }

  function setPlaying(isPlaying) {
    play.setAttribute('aria-pressed', isPlaying);
    play.textContent = isPlaying ? 'Pause' : 'Play';
  }
}
