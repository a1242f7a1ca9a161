// What is given: codes by the column's place, kept in the address, and shown as buttons that take them back.

import { byId, element } from '../page/dom.js';
import { choicesOf, createCard } from './card.js';

const keyOf = name => `given.${name}`;

/** Makes the columns' cards; onChange is told when anything else is given. */
export function createGiven(columns, address, onChange) {
  const codes = new Map(), list = byId('given');
  const cards = columns.map((column, place) => createCard(column, `column-${place}`, code => give(place, code)));
  byId('columns').append(...cards.map(({ card }) => card));
  list.parentElement.hidden = cards.every(({ canBeGiven }) => !canBeGiven);
  columns.forEach((column, place) => {
    const choice = choicesOf(column).find(({ text }) => text === address[keyOf(column.name)]);
    if (choice && cards[place].canBeGiven) codes.set(place, choice.code);
  });
  show();

  return {
    /** Pairs of a place in the input Given and its code. */
    pairs: () => [...codes].map(([place, code]) => [columns[place].given, code]),
    /** The places of the columns that are given. */
    places: () => new Set(codes.keys()),
    /** The same for the address. */
    settings: () => Object.fromEntries([...codes].map(([place]) => [keyOf(columns[place].name), textOf(place)])),
    /** Draws what the columns' cells are like. */
    summarise: outputs => cards.forEach((card, place) => card.summarise(outputs[place])),
  };

  function give(place, code) {
    if (code === null) codes.delete(place);
    else codes.set(place, code);
    show();
    onChange();
  }

  function show() {
    cards.forEach((card, place) => card.select(codes.get(place) ?? null));
    list.replaceChildren(...[...codes.keys()].map(chipOf));
    if (codes.size === 0) list.append(element('li', { className: 'hint', textContent: 'nothing: rows as in the training table' }));
  }

  function chipOf(place) {
    const what = `${columns[place].name}: ${textOf(place)}`;
    const takeBack = () => {
      give(place, null);
      cards[place].focus();
    };
    return element('li', {}, element('button', {
      type: 'button', className: 'chip', textContent: `${what}  ×`, 'aria-label': `Give ${what} no more`, onclick: takeBack }));
  }

  function textOf(place) {
    return choicesOf(columns[place]).find(({ code }) => code === codes.get(place)).text;
  }
}
