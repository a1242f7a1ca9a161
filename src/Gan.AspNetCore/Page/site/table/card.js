// A card for each column: its condition, and what its cells are like.

import { element } from '../page/dom.js';
import { missing, present } from './generator.js';
import { barsOf, percent, plotOf } from './histogram.js';
import { histogramOf, sharesOf } from './summary.js';

/** onGive(code) is told the condition's code, or null for none. show(cells) draws what was made. */
export function createCard(column, cells, id, onGive) {
  const picture = element('div', { className: 'summary' });
  const gone = element('p', { className: 'hint' });
  const select = Number.isInteger(column.given) && choicesOf(column).length > 0 ? pickerOf(column, id, onGive) : null;
  const card = element('section', { className: 'column', 'aria-labelledby': `${id}-name` },
    element('h3', { id: `${id}-name`, textContent: column.name }), ...select ? [select] : [], picture, gone);
  return { card, select, show };

  function show(made) {
    picture.replaceChildren(...pictureOf(column, made, cells));
    const share = made.filter(cells.isMissing).length / made.length, trained = column.missingShare;
    gone.textContent = share > 0 || trained > 0 ? `${percent(share)} missing${trained > 0 ? `, ${percent(trained)} in training` : ''}` : '';
  }
}

function pictureOf(column, made, cells) {
  if (column.categories.length > 0) return [barsOf(sharesOf(column, made, cells))];
  const histogram = histogramOf(column, made, cells);
  return histogram ? [plotOf(histogram, numberText(column, cells))] : [];
}

function pickerOf(column, id, onGive) {
  const select = element('select', { id: `${id}-given`, 'aria-label': `Condition on ${column.name}` },
    element('option', { value: '', textContent: 'any' }),
    ...choicesOf(column).map(({ code, text }) => element('option', { value: code, textContent: text })));
  select.onchange = () => {
    card(select).classList.toggle('is-given', select.value !== '');
    onGive(select.value === '' ? null : BigInt(select.value));
  };
  return select;
}

const card = select => select.closest('.column');

/** What can be given of a column: its categories, missing, not missing. */
export function choicesOf({ categories, hasMissing }) {
  const choices = categories.map((text, place) => ({ code: BigInt(place), text: text || '(empty)' }));
  if (hasMissing) choices.push({ code: missing, text: 'is missing' }, { code: present, text: 'is not missing' });
  return choices;
}

/** Ends of a histogram as texts: ticks as dates, numbers short. */
function numberText({ type }, { shown }) {
  if (['DateTime', 'DateTimeOffset', 'TimeSpan'].includes(type)) return number => shown(BigInt(Math.round(number))).slice(0, 10);
  return number => Number(number.toPrecision(5)).toLocaleString('en-US', { maximumFractionDigits: 6, useGrouping: Math.abs(number) >= 10_000 });
}
