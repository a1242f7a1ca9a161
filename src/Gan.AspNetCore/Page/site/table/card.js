// A card for each column: its condition, and what its cells are like.

import { element } from '../page/dom.js';
import { missing, present } from './generator.js';
import { barsOf, percent, plotOf } from './histogram.js';
import { histogramOf, sharesOf } from './summary.js';

const times = ['DateTime', 'DateTimeOffset', 'TimeSpan'];

/** onGive(code) is told the condition that is chosen, or null for none. */
export function createCard(column, id, onGive) {
  const picture = element('div', { className: 'summary' }), gone = element('p', { className: 'hint' });
  const picker = Number.isInteger(column.given) && choicesOf(column).length > 0 ? pickerOf(column, onGive) : null;
  const card = element('section', { className: 'column', 'aria-labelledby': id },
    element('h3', { id, textContent: column.name }), ...picker ? [picker] : [], picture, gone);
  return { card, canBeGiven: picker !== null, focus: () => picker.focus(), select, summarise };

  /** Shows a condition, or null for none. */
  function select(code) {
    if (picker) picker.value = code ?? '';
    card.classList.toggle('is-given', code !== null);
  }

  function summarise(made) {
    picture.replaceChildren(...picturesOf(column, made));
    const share = made.filter(column.cells.isMissing).length / made.length, trained = column.missingShare;
    gone.textContent = share > 0 || trained > 0 ? `${percent(share)} missing${trained > 0 ? `, ${percent(trained)} in training` : ''}` : '';
  }
}

/** What can be given of a column: its categories, missing, not missing. */
export function choicesOf({ categories, hasMissing }) {
  const choices = categories.map((text, place) => ({ code: BigInt(place), text: text || '(empty)' }));
  if (hasMissing) choices.push({ code: missing, text: 'is missing' }, { code: present, text: 'is not missing' });
  return choices;
}

function pickerOf(column, onGive) {
  const picker = element('select', { 'aria-label': `Condition on ${column.name}` },
    element('option', { value: '', textContent: 'any' }),
    ...choicesOf(column).map(({ code, text }) => element('option', { value: code, textContent: text })));
  picker.onchange = () => onGive(picker.value === '' ? null : BigInt(picker.value));
  return picker;
}

function picturesOf(column, made) {
  if (column.categories.length > 0) return [barsOf(sharesOf(column, made))];
  const histogram = histogramOf(column, made);
  return histogram ? [plotOf(histogram, endTextOf(column))] : [];
}

/** Ends of a histogram as texts: ticks as dates, numbers short. */
function endTextOf({ type, cells }) {
  if (times.includes(type)) return number => cells.shown(BigInt(Math.round(number))).slice(0, 10);
  return number => Number(number.toPrecision(5)).toLocaleString('en-US', { maximumFractionDigits: 6, useGrouping: Math.abs(number) >= 10_000 });
}
