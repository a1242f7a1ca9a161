// What is seen of the rows: the sheet, the plane through the chosen row, and the chosen sample, as they are moved.

import { byId } from '../page/dom.js';
import { latestOnly } from '../engine/latest.js';
import { drawFingerprint } from './fingerprint.js';
import { drawMap } from './map.js';
import { moved, planeThrough } from './moves.js';
import { rowsOf } from './rows.js';

const slow = 60, rest = 150;                // milliseconds

const signed = number => number.toFixed(2).replace('-', '−');

/** parts: { model, form, generate, count, reach, padCanvas, showSheet }; state: what the controls say, which others change. */
export function createStage({ model, form, generate, count, reach, padCanvas, showSheet }, state) {
  const { latentSize, prior } = model;
  let rows, plane, shown, lastTook = 0, waiting;
  const makePlane = latestOnly(drawPlane), makeSamples = latestOnly(drawSamples), makeChosen = latestOnly(drawChosen);
  return { refresh, move, choose, repaint, sampleAt, all: () => Array.from({ length: count }, (_, tile) => valuesAt(tile)) };

  /** Makes everything anew: another seed, class, part of the rows, or pair of directions. */
  async function refresh() {
    rows = rowsOf(model, state, count);
    await Promise.all([makePlane(), makeSamples()]);
  }

  function choose(tile) {
    state.chosen = tile;
    redraw();
    makePlane();
  }

  /** Follows the pad. Where the sheet takes long, the chosen sample goes before it, and the sheet waits until the pad rests. */
  function move() {
    clearTimeout(waiting);
    if (lastTook < slow) return makeSamples();
    waiting = setTimeout(makeSamples, rest);
    return makeChosen();
  }

  async function drawChosen() {
    const { x, y, chosen } = state, of = rows, latent = moved(of.latentAt(chosen), state.directions, x, y, prior);
    showSample(of.captionOf(chosen), latent, await generate(latent, 1, of.labels.slice(chosen, chosen + 1)), x, y);
  }

  async function drawPlane() {
    const side = form.mapSide, tile = state.chosen, of = rows;
    const latents = planeThrough(of.latentAt(tile), state.directions, side, reach, prior);
    plane = await generate(latents, side * side, new Uint32Array(side * side).fill(of.labels[tile]));
    byId('plane-text').textContent = `Two directions through ${of.captionOf(tile)}`;
    drawMap(padCanvas, form, plane);
  }

  async function drawSamples() {
    const { x, y, directions } = state, of = rows, started = performance.now();
    const latents = moved(of.latents, directions, x, y, prior);
    shown = { rows: of, x, y, latents, samples: await generate(latents, count, of.labels) };
    lastTook = performance.now() - started;
    redraw();
    document.dispatchEvent(new CustomEvent('gan:samples', { detail: { latents, labels: of.labels, samples: shown.samples } }));
  }

  function valuesAt(tile) {
    const length = shown.samples.length / count;
    return shown.samples.subarray(tile * length, (tile + 1) * length);
  }

  /** A sample with all that says where it is from. */
  function sampleAt(tile) {
    return {
      caption: shown.rows.captionOf(tile) + (shown.x === 0 && shown.y === 0 ? '' : ', moved'),
      latent: shown.latents.slice(tile * latentSize, (tile + 1) * latentSize),
      label: shown.rows.labels[tile],
      values: valuesAt(tile).slice(),
      about: { ...shown.rows.aboutOf(tile), moved: [shown.x, shown.y] },
    };
  }

  function redraw() {
    if (!shown) return;
    const { chosen, seed, firstRow } = state, { latent, values } = sampleAt(chosen);
    showSheet({ samples: shown.samples, length: values.length, chosen, captionOf: shown.rows.captionOf });
    showSample(shown.rows.captionOf(chosen), latent, values, shown.x, shown.y);
    byId('sheet-text').textContent = `Rows ${firstRow} to ${firstRow + count - 1} of seed ${seed}, moved alike`;
  }

  function showSample(caption, latent, values, x, y) {
    form.draw(byId('sample'), values);
    drawFingerprint(byId('latent'), latent);
    const where = x === 0 && y === 0 ? '' : `, moved by ${signed(x)} and ${signed(y)}`;
    const numbers = form.name === 'point' ? ` at ${signed(values[0])}, ${signed(values[1])}` : '';
    byId('sample-text').textContent = caption.charAt(0).toUpperCase() + caption.slice(1) + numbers + where;
    byId('sample').setAttribute('aria-label', `Sample of ${caption}${where}`);
  }

  /** Draws all anew in other colours or another size. */
  function repaint() {
    redraw();
    if (plane) drawMap(padCanvas, form, plane);
  }
}
