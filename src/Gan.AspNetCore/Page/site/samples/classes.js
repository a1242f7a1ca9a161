// The class selector: any class, drawn by the classes' frequencies for each row, or one for all.

import { byId, element } from '../page/dom.js';
import { drawnClass } from '../latent/latents.js';

const greatestChips = 16;

/** onChange(place) is told the class's place, or null for any. */
export function createClasses(classNames, chosen, onChange) {
  if (classNames.length === 0) return;
  const field = byId('classes'), box = field.querySelector('.chips');
  field.hidden = false;
  const choices = [[null, 'Any'], ...classNames.map((name, place) => [place, name])];
  if (choices.length > greatestChips) {
    const select = element('select', { 'aria-label': 'Class', onchange: () => onChange(select.value === '' ? null : Number(select.value)) },
      ...choices.map(([place, name]) => element('option', { value: place ?? '', textContent: name, selected: place === chosen })));
    box.append(select);
    return;
  }
  box.append(...choices.map(([place, name]) => element('label', { className: 'chip' },
    element('input', { type: 'radio', name: 'class', value: place ?? '', checked: place === chosen, onchange: () => onChange(place) }), name)));
}

/** The class keys, from 1, of rows first, first + 1, ...; all are 0 where there are no classes. */
export function labelsOf({ classNames = [], classFrequencies = [] }, seed, first, count, chosen) {
  if (classNames.length === 0) return new Uint32Array(count);
  return Uint32Array.from({ length: count }, (_, row) => 1 + (chosen ?? drawnClass(seed, first + row, classFrequencies)));
}
