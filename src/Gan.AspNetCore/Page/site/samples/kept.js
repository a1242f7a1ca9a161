// The samples that the reader keeps: shown in a row, each the start or the end of the film when asked.

import { byId, element } from '../page/dom.js';
import { savePicture, saveText } from '../page/download.js';
import { pictureOf } from './picture.js';

/** Kept samples are { caption, latent, label, values, about }. onEnds(from, to) tells which two the film joins. */
export function createKept(form, name, onEnds) {
  const list = byId('kept'), kept = [];
  const ends = [0, 1];
  byId('save-kept').onclick = () => savePicture(`${name}-kept.png`, pictureOf(form, kept.map(sample => sample.values)));
  byId('save-latents').onclick = () => saveText(`${name}-kept.json`, 'application/json',
    JSON.stringify(kept.map(({ latent, about }) => ({ ...about, latent: [...latent] })), null, 1));

  return {
    /** Keeps a sample as the film's new end; the old end becomes its start. */
    keep(sample) {
      kept.push(sample);
      if (kept.length > 2) [ends[0], ends[1]] = [ends[1], kept.length - 1];
      show();
    },
    redraw: () => list.querySelectorAll('canvas').forEach((canvas, place) => form.draw(canvas, kept[place].values)),
  };

  function show() {
    list.replaceChildren(...kept.map(itemOf));
    list.querySelectorAll('canvas').forEach((canvas, place) => form.draw(canvas, kept[place].values));
    if (kept.length > 1) onEnds(kept[ends[0]], kept[ends[1]]);
  }

  function itemOf({ caption }, place) {
    const end = (which, text) => element('button', {
      type: 'button', textContent: text, 'aria-pressed': ends[which] === place, 'aria-label': `${text}: ${caption}`,
      onclick: () => {
        ends[which] = place;
        show();
        list.children[place].querySelectorAll('button')[which].focus();
      },
    });
    const remove = element('button', {
      type: 'button', textContent: '×', 'aria-label': `Remove ${caption}`, disabled: kept.length <= 2, onclick: () => removeAt(place) });
    return element('li', {}, element('canvas', { role: 'img', 'aria-label': caption, className: 'picture' }),
      element('span', { className: 'caption', textContent: caption }),
      element('div', { className: 'joined' }, end(0, 'From'), end(1, 'To'), remove));
  }

  function removeAt(place) {
    kept.splice(place, 1);
    for (const which of [0, 1]) if (ends[which] >= place && ends[which] > 0) ends[which]--;
    show();
    byId('keep').focus();
  }
}
