// What is seen of the rows: the sheet, the plane through the chosen row, and the chosen sample, as they are moved.

import { byId } from '../page/dom.js';
import { latestOnly } from '../engine/latest.js';
import { drawFingerprint } from './fingerprint.js';
import { drawMap } from './map.js';
import { moved, planeThrough } from './moves.js';
import { rowsOf } from './rows.js';

const signed = number => number.toFixed(2).replace('-', '−');

/** parts: { model, form, generate, count, reach, padCanvas, showSheet }; state: what the controls say, which others change. */
export function createStage({ model, form, generate, count, reach, padCanvas, showSheet }, state) {
  const { latentSize, prior } = model;
  let rows, plane, shown;
  const makePlane = latestOnly(drawPlane), makeSamples = latestOnly(drawSamples);
  return { refresh, move: makeSamples, choose, repaint, sampleAt, all: () => Array.from({ length: count }, (_, tile) => valuesAt(tile)) };

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

  async function drawPlane() {
    const side = form.mapSide, tile = state.chosen, of = rows;
    const latents = planeThrough(of.latentAt(tile), state.directions, side, reach, prior);
    plane = await generate(latents, side * side, new Uint32Array(side * side).fill(of.labels[tile]));
    byId('plane-text').textContent = `Two directions through ${of.captionOf(tile)}`;
    drawMap(padCanvas, form, plane);
  }

  async function drawSamples() {
    const { x, y, directions } = state, of = rows;
    const latents = moved(of.latents, directions, x, y, prior);
    shown = { rows: of, x, y, latents, samples: await generate(latents, count, of.labels) };
    redraw();
    document.dispatchEvent(new CustomEvent('gan:samples', { detail: { latents, labels: of.labels, samples: shown.samples } }));
  }

  function valuesAt(tile) {
    const length = shown.samples.length / count;
    return shown.samples.subarray(tile * length, (tile + 1) * length);
  }

  function isMoved() { return shown.x !== 0 || shown.y !== 0; }

  /** A sample with all that says where it is from. */
  function sampleAt(tile) {
    return {
      caption: shown.rows.captionOf(tile) + (isMoved() ? ', moved' : ''),
      latent: shown.latents.slice(tile * latentSize, (tile + 1) * latentSize),
      label: shown.rows.labels[tile],
      values: valuesAt(tile).slice(),
      about: { ...shown.rows.aboutOf(tile), moved: [shown.x, shown.y] },
    };
  }

  function redraw() {
    if (!shown) return;
    const { chosen, seed, firstRow } = state, { latent, values } = sampleAt(chosen), caption = shown.rows.captionOf(chosen);
    showSheet({ samples: shown.samples, length: values.length, chosen, captionOf: shown.rows.captionOf });
    form.draw(byId('sample'), values);
    drawFingerprint(byId('latent'), latent);
    const where = isMoved() ? `, moved by ${signed(shown.x)} and ${signed(shown.y)}` : '';
    const numbers = form.name === 'point' ? ` at ${signed(values[0])}, ${signed(values[1])}` : '';
    byId('sample-text').textContent = caption.charAt(0).toUpperCase() + caption.slice(1) + numbers + where;
    byId('sample').setAttribute('aria-label', `Sample of ${caption}${where}`);
    byId('sheet-text').textContent = `Rows ${firstRow} to ${firstRow + count - 1} of seed ${seed}, moved alike`;
  }

  /** Draws all anew in other colours or another size. */
  function repaint() {
    redraw();
    if (plane) drawMap(padCanvas, form, plane);
  }
}
