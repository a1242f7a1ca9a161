// The view of a generator of images, points or vectors: its controls, and what they change.

import { byId, element } from '../page/dom.js';
import { readAddress, writeAddress } from '../page/address.js';
import { savePicture } from '../page/download.js';
import { createSeed } from '../page/seed.js';
import { shareLink } from '../page/share.js';
import { latestOnly } from '../engine/latest.js';
import { createClasses, labelsOf } from './classes.js';
import { findDirections } from './directions.js';
import { createFilm } from './film.js';
import { formOf, rowsShown } from './forms.js';
import { generatorOf } from './generator.js';
import { createKept } from './kept.js';
import { reachOf } from './moves.js';
import { createPad } from './pad.js';
import { enlarged, pictureOf } from './picture.js';
import { rowsOf } from './rows.js';
import { createScatter } from './scatter.js';
import { createStage } from './stage.js';
import { createTiles } from './tiles.js';

const pairs = 4, firstRowOfDirections = 2 ** 40;

export async function startSamples(model, session) {
  const { classNames = [], sampleShape } = model, name = model.name || 'generator';
  const count = rowsShown(sampleShape), reach = reachOf(model.prior), generate = generatorOf(model, session);
  const address = readAddress(), place = classNames.indexOf(address.class);
  const state = { seed: 0, firstRow: 0, chosen: 0, classPlace: place < 0 ? null : place, x: 0, y: 0, directions: [] };

  state.seed = createSeed(address.seed, seed => change({ seed, firstRow: 0, chosen: 0 }));
  const first = rowsOf(model, state, count);
  const form = formOf(sampleShape, await generate(first.latents, count, first.labels));
  document.body.dataset.form = form.name;
  const found = await findDirections(model, 2 * pairs, (latents, n) => generate(latents, n, labelsOf(model, 0, firstRowOfDirections, n, null)));
  state.directions = found.slice(0, 2);

  const pad = createPad(reach, (x, y) => { Object.assign(state, { x, y }); stage.move(); });
  const choose = tile => stage.choose(tile);
  const showSheet = form.name === 'point' ? createScatter(form, choose) : createTiles(form, count, choose);
  const stage = createStage({ model, form, generate, count, reach, padCanvas: pad.canvas, showSheet }, state);
  const film = createFilm(form, model, generate);
  const kept = createKept(form, name, latestOnly(film.join));
  connectControls();
  await change({});
  kept.keep(stage.sampleAt(0));
  kept.keep(stage.sampleAt(secondKept()));

  function change(changes) {
    Object.assign(state, changes);
    writeAddress({ seed: state.seed, class: classNames[state.classPlace] ?? null });
    byId('earlier').disabled = state.firstRow === 0;
    return stage.refresh();
  }

  function connectControls() {
    createClasses(classNames, state.classPlace, classPlace => change({ classPlace }));
    const numbers = found.map((_, n) => n + 1), choices = [];
    for (let n = 0; n < found.length; n += 2) choices.push(numbers.slice(n, n + 2).join(' and '));
    byId('directions').append(...choices.map((textContent, pair) => element('option', { value: pair, textContent })));
    byId('directions').onchange = ({ target }) => change({ directions: found.slice(2 * target.value, 2 * target.value + 2) });
    byId('centre').onclick = () => pad.moveTo(0, 0);
    byId('earlier').onclick = () => change({ firstRow: Math.max(0, state.firstRow - count) });
    byId('later').onclick = () => change({ firstRow: state.firstRow + count });
    byId('keep').onclick = () => kept.keep(stage.sampleAt(state.chosen));
    byId('save-sample').onclick = () => {
      const { about, values } = stage.sampleAt(state.chosen);
      savePicture(`${name}-${about.seed}-${about.row}.png`, enlarged(form, values));
    };
    byId('save-sheet').onclick = () => savePicture(`${name}-${state.seed}.png`,
      form.name === 'point' ? byId('sheet').querySelector('canvas') : pictureOf(form, stage.all(), 6));
    shareLink(byId('share'));
    const redrawAll = () => { stage.repaint(); film.redraw(); kept.redraw(); };
    document.addEventListener('themechange', redrawAll);
    new ResizeObserver(redrawAll).observe(byId('sheet'));
  }

  /** The next row of the first one's class: the film between them has one class all the way. */
  function secondKept() {
    const { labels } = rowsOf(model, state, count);
    return Math.max(1, labels.indexOf(labels[0], 1));
  }
}
