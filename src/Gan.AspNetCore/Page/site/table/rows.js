// Rows as a table that scrolls. Only those in sight are elements of the page, so that ten thousand cost no more than fifty.

import { element } from '../page/dom.js';
import { grouped } from '../page/numbers.js';

const rowHeight = 33, spare = 12;

/** show({ count, outputs, givenPlaces }) fills the box with a table: outputs are the columns' cells. */
export function createRows(box, columns) {
  const head = element('thead', {}, element('tr', {}, element('th', { scope: 'col', textContent: '#' }),
    ...columns.map(({ name, isNumber }) => element('th', { scope: 'col', textContent: name, className: isNumber ? 'number' : '' }))));
  const body = element('tbody');
  const table = element('table', { 'aria-labelledby': 'rows-title' }, head, body);
  let shown = null, firstShown = -1;
  box.append(table);
  box.addEventListener('scroll', () => draw(false), { passive: true });
  new ResizeObserver(() => draw(true)).observe(box);

  function draw(isNew) {
    if (!shown) return;
    const visible = Math.ceil(box.clientHeight / rowHeight) + 2 * spare;
    const first = Math.max(0, Math.min(shown.count - visible, Math.floor(box.scrollTop / rowHeight) - spare));
    if (!isNew && Math.abs(first - firstShown) < spare / 2) return;
    firstShown = first;
    const last = Math.min(shown.count, first + visible);
    const rows = [];
    for (let row = first; row < last; row++) rows.push(rowOf(row));
    body.replaceChildren(gap(first), ...rows, gap(shown.count - last));
  }

  function rowOf(row) {
    const cells = columns.map((column, place) => {
      const cell = shown.outputs[place][row], isMissing = column.cells.isMissing(cell);
      const classes = [column.isNumber && 'number', isMissing && 'missing', shown.givenPlaces.has(place) && 'is-given'];
      return element('td', { className: classes.filter(Boolean).join(' '), textContent: isMissing ? 'missing' : column.cells.shown(cell) });
    });
    return element('tr', { 'aria-rowindex': row + 2 }, element('th', { scope: 'row', textContent: grouped(row) }), ...cells);
  }

  const gap = rows => {
    const made = element('tr', { 'aria-hidden': 'true', className: 'gap' });
    made.style.height = `${rows * rowHeight}px`;
    return made;
  };

  return function show(next) {
    shown = next;
    table.setAttribute('aria-rowcount', next.count + 1);
    box.scrollTop = 0;
    draw(true);
  };
}
