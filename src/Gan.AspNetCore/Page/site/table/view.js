// The view of a table's generator: conditions and shares by column, rows, and a file of them.

import { byId } from '../page/dom.js';
import { readAddress, writeAddress } from '../page/address.js';
import { saveText } from '../page/download.js';
import { grouped } from '../page/numbers.js';
import { createSeed } from '../page/seed.js';
import { shareLink } from '../page/share.js';
import { cellsOf } from './cells.js';
import { csvOf } from './csv.js';
import { tableGenerator } from './generator.js';
import { createGiven } from './given.js';
import { createRows } from './rows.js';

export async function startTable(model, session) {
  const columns = model.columns.map(column => ({ ...column, cells: cellsOf(column), isNumber: isNumber(column) }));
  const generate = tableGenerator(model, session), address = readAddress();
  const state = { seed: 0, count: Number(byId('count').value) };
  let outputs, turn = 0;

  state.seed = createSeed(address.seed, seed => { state.seed = seed; make(); });
  byId('count').onchange = ({ target }) => { state.count = Number(target.value); make(); };
  const given = createGiven(columns, address, make);
  const showRows = createRows(byId('rows'), columns);
  byId('legend-trained').hidden = columns.every(({ shares, histogram }) => !shares?.length && !histogram);
  byId('csv').onclick = saveCsv;
  shareLink(byId('share'));
  await make();

  /** Makes the rows; those of an earlier call that are not yet there are left. */
  async function make() {
    const own = ++turn, isOver = () => own !== turn, { seed, count } = state, started = performance.now();
    writeAddress({ seed, ...given.settings() });
    tell(`Making ${grouped(count)} rows.`);
    const onPart = done => tell(`Making ${grouped(count)} rows: ${grouped(done)} are there.`);
    const made = await generate(seed, count, given.pairs(), onPart, isOver);
    if (isOver()) return;
    outputs = columns.map(({ tensor }) => made[tensor]);
    const seconds = (performance.now() - started) / 1000;
    tell(`${grouped(count)} rows made in ${seconds.toFixed(seconds < 1 ? 2 : 1)} s.`);
    byId('rows-text').textContent = `0 to ${grouped(count - 1)} of seed ${seed}`;
    showRows({ count, outputs, givenPlaces: given.places() });
    given.summarise(outputs);
    document.dispatchEvent(new CustomEvent('gan:rows', { detail: { seed, count, columns: made } }));
  }

  function saveCsv() {
    const textAt = (row, { cells }, place) => cells.isMissing(outputs[place][row]) ? '' : cells.textOf(outputs[place][row]);
    const rows = Array.from({ length: outputs[0].length }, (_, row) => columns.map((column, place) => textAt(row, column, place)));
    saveText(`${model.name || 'rows'}-${state.seed}.csv`, 'text/csv', csvOf(columns.map(({ name }) => name), rows));
  }
}

const tell = text => { byId('making').textContent = text; };

const isNumber = ({ categories, type }) => categories.length === 0 && !type.startsWith('Date');
