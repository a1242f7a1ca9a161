// The view of a generator of images, points or vectors: the controls, and what they show.

import { byId, element } from '../page/dom.js';
import { readAddress, writeAddress } from '../page/address.js';
import { savePicture } from '../page/download.js';
import { createSeed } from '../page/seed.js';
import { shareLink } from '../page/share.js';
import { latestOnly } from '../engine/latest.js';
import { latentRows } from '../latent/latents.js';
import { createClasses, labelsOf } from './classes.js';
import { findDirections } from './directions.js';
import { createFilm } from './film.js';
import { formOf, rowsShown } from './forms.js';
import { generatorOf } from './generator.js';
import { createKept } from './kept.js';
import { drawMap } from './map.js';
import { moved, planeThrough, reachOf } from './moves.js';
import { createPad } from './pad.js';
import { enlarged, pictureOf } from './picture.js';
import { createScatter } from './scatter.js';
import { createTiles } from './tiles.js';

const pairs = 4;

export async function startSamples(model, session) {
  const { latentSize, prior, sampleShape, classNames = [] } = model;
  const count = rowsShown(sampleShape), reach = reachOf(prior), length = sampleShape.reduce((product, size) => product * size, 1);
  const generate = generatorOf(model, session);
  const address = readAddress();
  const place = classNames.indexOf(address.class);
  const state = { seed: 0, firstRow: 0, chosen: 0, classPlace: place < 0 ? null : place, x: 0, y: 0, pair: 0 };
  let rows, labels, plane, shown;

  byId('seed').closest('.toolbar').dataset.kind = 'samples';
  state.seed = createSeed(address.seed, seed => change({ seed, firstRow: 0, chosen: 0 }));
  drawRows();
  const form = formOf(sampleShape, await generate(rows, count, labels));
  document.body.dataset.form = form.name;
  const directions = await findDirections(model, 2 * pairs, (latents, n) => generate(latents, n, labelsOf(model, 0, 2 ** 40, n, null)));
  const pad = createPad(reach, (x, y) => { Object.assign(state, { x, y }); showSamples(); });
  const showSheet = (form.name === 'point' ? createScatter : createTiles)(form, form.name === 'point' ? choose : count, choose);
  const film = createFilm(form, model, generate, tellFilm);
  const join = latestOnly((from, to) => film.join(from, to));
  const kept = createKept(form, model.name || 'generator', join);
  const showSamples = latestOnly(makeSamples);
  const showPlane = latestOnly(makePlane);

  createClasses(classNames, state.classPlace, classPlace => change({ classPlace }));
  for (let pair = 0; 2 * pair < directions.length; pair++) {
    byId('directions').append(element('option', { value: pair, textContent: `${2 * pair + 1} and ${2 * pair + 2}${pair === 0 ? ', strongest' : ''}` }));
  }
  byId('directions').onchange = event => change({ pair: Number(event.target.value) });
  byId('centre').onclick = () => pad.moveTo(0, 0);
  byId('earlier').onclick = () => change({ firstRow: Math.max(0, state.firstRow - count) });
  byId('later').onclick = () => change({ firstRow: state.firstRow + count });
  byId('keep').onclick = () => kept.keep(sampleAt(state.chosen));
  byId('save-sample').onclick = () => savePicture(`${model.name || 'sample'}-${state.seed}-${rowOf(state.chosen)}.png`, enlarged(form, valuesAt(state.chosen)));
  byId('save-sheet').onclick = saveSheet;
  shareLink(byId('share'));
  document.addEventListener('themechange', redraw);
  new ResizeObserver(redraw).observe(byId('sheet'));
  await refresh();
  kept.keep(sampleAt(0));
  kept.keep(sampleAt(1));

  function rowOf(tile) { return state.firstRow + tile; }
  function valuesAt(tile) { return shown.samples.subarray(tile * length, (tile + 1) * length); }
  function pairOf() { return directions.slice(2 * state.pair, 2 * state.pair + 2); }
  function latentAt(tile) { return rows.slice(tile * latentSize, (tile + 1) * latentSize); }
  function captionOf(tile) { return `row ${rowOf(tile)}${classNames.length > 0 ? `, class ${classNames[labels[tile] - 1]}` : ''}`; }

  function drawRows() {
    rows = latentRows({ seed: state.seed, latentSize, prior }, state.firstRow, count);
    labels = labelsOf(model, state.seed, state.firstRow, count, state.classPlace);
  }

  function change(changes) {
    Object.assign(state, changes);
    return refresh();
  }

  async function refresh() {
    drawRows();
    writeAddress({ seed: state.seed, class: state.classPlace === null ? null : classNames[state.classPlace] });
    byId('earlier').disabled = state.firstRow === 0;
    await showPlane();
    await showSamples();
  }

  function choose(tile) {
    state.chosen = tile;
    showPlane();
    redraw();
  }

  async function makePlane() {
    const side = form.mapSide;
    const latents = planeThrough(latentAt(state.chosen), pairOf(), side, reach, prior);
    plane = await generate(latents, side * side, new Uint32Array(side * side).fill(labels[state.chosen]));
    byId('plane-text').textContent = `Two directions of the latent space, through row ${rowOf(state.chosen)}`;
    if (form.name !== 'point') drawMap(pad.canvas, form, plane);
    redraw();
  }

  async function makeSamples() {
    const { x, y } = state, latents = moved(rows, pairOf(), x, y, prior);
    shown = { latents, labels, x, y, samples: await generate(latents, count, labels) };
    redraw();
    document.dispatchEvent(new CustomEvent('gan:samples', { detail: shown }));
  }

  function redraw() {
    if (!shown) return;
    showSheet({ samples: shown.samples, length, firstRow: state.firstRow, chosen: state.chosen, plane, captionOf });
    if (form.name !== 'point') form.draw(byId('sample'), valuesAt(state.chosen));
    const where = shown.x === 0 && shown.y === 0 ? '' : `, moved by ${shown.x.toFixed(2)} and ${shown.y.toFixed(2)}`.replaceAll('-', '−');
    const numbers = form.name === 'point' ? ` at (${[...valuesAt(state.chosen)].map(number => number.toFixed(3)).join(', ')})`.replaceAll('-', '−') : '';
    const caption = captionOf(state.chosen);
    byId('sample-text').textContent = `${caption[0].toUpperCase()}${caption.slice(1)}${numbers}${where}`;
    byId('sample').setAttribute('aria-label', `Sample of ${captionOf(state.chosen)}${where}`);
    byId('sheet-text').textContent = `Rows ${state.firstRow} to ${state.firstRow + count - 1} of seed ${state.seed}, all moved alike`;
  }

  function sampleAt(tile) {
    const latent = shown.latents.slice(tile * latentSize, (tile + 1) * latentSize);
    const about = { seed: state.seed, row: rowOf(tile), moved: [shown.x, shown.y], directions: state.pair };
    if (classNames.length > 0) about.class = classNames[labels[tile] - 1];
    return { caption: captionOf(tile), latent, label: labels[tile], values: valuesAt(tile).slice(), about };
  }

  function saveSheet() {
    const name = `${model.name || 'sheet'}-${state.seed}.png`;
    if (form.name === 'point') savePicture(name, byId('sheet').querySelector('canvas'));
    else savePicture(name, pictureOf(form, Array.from({ length: count }, (_, tile) => valuesAt(tile))));
  }

  function tellFilm(from, to) {
    byId('film-text').textContent = `From ${from.caption} to ${to.caption}, ${prior.toLowerCase() === 'uniform' ? 'straight' : 'along the arc'}`;
  }
}
