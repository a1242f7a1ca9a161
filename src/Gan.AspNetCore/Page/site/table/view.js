// The view of a table's generator: conditions and shares by column, rows, and a file of them.

import { byId, element } from '../page/dom.js';
import { readAddress, writeAddress } from '../page/address.js';
import { saveText } from '../page/download.js';
import { grouped } from '../page/numbers.js';
import { createSeed } from '../page/seed.js';
import { shareLink } from '../page/share.js';
import { cellsOf } from './cells.js';
import { choicesOf, createCard } from './card.js';
import { csvOf } from './csv.js';
import { tableGenerator } from './generator.js';
import { createRows } from './rows.js';

const columnKey = name => `given.${name}`;

export async function startTable(model, session) {
  const address = readAddress();
  const columns = model.columns.map(column => ({ ...column, cells: cellsOf(column), isNumber: column.categories.length === 0 && !column.type.startsWith('Date') }));
  const generate = tableGenerator({ ...model, columns }, session);
  const given = new Map();                    // codes by the column's place
  const state = { seed: 0, count: Number(byId('count').value) };
  let outputs, turn = 0;

  state.seed = createSeed(address.seed, seed => { state.seed = seed; make(); });
  byId('count').onchange = event => { state.count = Number(event.target.value); make(); };
  const cards = columns.map((column, place) => createCard(column, column.cells, `column-${place}`, code => give(place, code)));
  byId('columns').append(...cards.map(({ card }) => card));
  const showRows = createRows(byId('rows'), columns);
  byId('csv').onclick = saveCsv;
  shareLink(byId('share'));
  columns.forEach(restoreGiven);
  byId('given').parentElement.hidden = cards.every(({ select }) => select === null);
  byId('columns-title').parentElement.querySelector('.trained').hidden = columns.every(({ shares, histogram }) => !shares?.length && !histogram);
  await make();

  function restoreGiven(column, place) {
    const choice = choicesOf(column).find(({ text }) => text === address[columnKey(column.name)]);
    if (!choice || !cards[place].select) return;
    cards[place].select.value = choice.code;
    cards[place].card.classList.add('is-given');
    given.set(place, choice.code);
  }

  function give(place, code) {
    if (code === null) given.delete(place);
    else given.set(place, code);
    make();
  }

  async function make() {
    const own = ++turn, { seed, count } = state, isOver = () => own !== turn, started = performance.now();
    tellGiven();
    const codes = [...given].map(([place, code]) => [columns[place].given, code]);
    byId('making').textContent = `Making ${grouped(count)} rows.`;
    const made = await generate(seed, count, codes, done => {
      if (!isOver()) byId('making').textContent = `Making ${grouped(count)} rows: ${grouped(done)} are there.`;
    }, isOver);
    if (isOver()) return;
    outputs = columns.map(({ tensor }) => made[tensor]);
    const seconds = (performance.now() - started) / 1000;
    byId('making').textContent = `${grouped(count)} rows made in ${seconds.toFixed(seconds < 1 ? 2 : 1)} s.`;
    show(count);
    document.dispatchEvent(new CustomEvent('gan:rows', { detail: { seed, count, given: codes, columns: made } }));
  }

  function show(count) {
    byId('rows-text').textContent = `0 to ${grouped(count - 1)} of seed ${state.seed}`;
    showRows({ count, shownAt: (row, place) => columns[place].cells.shown(outputs[place][row]), isMissingAt: (row, place) => columns[place].cells.isMissing(outputs[place][row]), givenColumns: new Set(given.keys()) });
    cards.forEach((card, place) => card.show(outputs[place]));
  }

  function textAt(row, place) {
    const { textOf, isMissing } = columns[place].cells, cell = outputs[place][row];
    return isMissing(cell) ? '' : textOf(cell);
  }

  function tellGiven() {
    const chosen = [...given].map(([place, code]) => ({ place, text: choicesOf(columns[place]).find(choice => choice.code === code).text }));
    writeAddress({ seed: state.seed, ...Object.fromEntries(chosen.map(({ place, text }) => [columnKey(columns[place].name), text])) });
    byId('given').replaceChildren(...chosen.map(({ place, text }) => element('li', {}, element('button', {
      type: 'button', className: 'chip', textContent: `${columns[place].name}: ${text}  ×`, 'aria-label': `Give ${columns[place].name}: ${text} no more`,
      onclick: () => {
        cards[place].select.value = '';
        cards[place].card.classList.remove('is-given');
        cards[place].select.focus();
        give(place, null);
      } }))));
    if (chosen.length === 0) byId('given').append(element('li', { className: 'hint', textContent: 'nothing: rows as in the training table' }));
  }

  function saveCsv() {
    const rows = Array.from({ length: outputs[0].length }, (_, row) => columns.map((_, place) => textAt(row, place)));
    saveText(`${model.name || 'rows'}-${state.seed}.csv`, 'text/csv', csvOf(columns.map(({ name }) => name), rows));
  }
}
