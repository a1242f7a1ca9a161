// The sheet as tiles: one button a row, of which one is chosen. Arrow keys go from tile to tile.

import { byId, element } from '../page/dom.js';

export function createTiles(form, count, onChoose) {
  const sheet = byId('sheet');
  sheet.className = `tiles of-${form.name}`;
  sheet.setAttribute('role', 'radiogroup');
  sheet.setAttribute('aria-labelledby', 'sheet-title');
  const tiles = Array.from({ length: count }, (_, place) => {
    const tile = element('button', { type: 'button', role: 'radio', className: 'tile', onclick: () => onChoose(place) },
      element('canvas', { 'aria-hidden': 'true' }));
    sheet.append(tile);
    return tile;
  });
  sheet.onkeydown = event => {
    const across = getComputedStyle(sheet).gridTemplateColumns.split(' ').length;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -across, ArrowDown: across }[event.key];
    if (!step) return;
    event.preventDefault();
    const place = tiles.indexOf(document.activeElement) + step;
    if (!tiles[place]) return;
    tiles[place].focus();
    onChoose(place);
  };

  /** Shows the samples, each as long as the others */
  return function show({ samples, length, chosen, captionOf }) {
    tiles.forEach((tile, place) => {
      form.draw(tile.firstChild, samples.subarray(place * length, (place + 1) * length));
      tile.setAttribute('aria-label', captionOf(place));
      tile.setAttribute('aria-checked', place === chosen);
      tile.tabIndex = place === chosen ? 0 : -1;
      tile.title = captionOf(place);
    });
  };
}
