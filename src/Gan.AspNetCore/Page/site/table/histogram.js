// Shares and histograms as pictures: what was made in orange, the training table in blue.

import { element } from '../page/dom.js';

export const percent = share => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;

/** Bars of categories, each above a thinner one of the training table; what is left over has a number only. */
export function barsOf(shares) {
  const named = shares.filter(({ isRest }) => !isRest);
  const greatest = Math.max(...named.flatMap(({ made, trained }) => [made, trained ?? 0]), 0.01);
  return element('ul', { className: 'shares' }, ...shares.map(({ label, made, trained, isRest }) => {
    const bars = element('span', { className: 'share-bars', 'aria-hidden': 'true' });
    if (!isRest) bars.append(bar('made', made / greatest));
    if (!isRest && trained !== null) bars.append(bar('trained', trained / greatest));
    const text = trained === null ? `${percent(made)} made` : `${percent(made)} made, ${percent(trained)} in training`;
    return element('li', { title: `${label || '(empty)'}: ${text}` },
      bars, element('span', { className: isRest ? 'share-name rest' : 'share-name', textContent: label || '(empty)' }),
      element('span', { className: 'share-number', textContent: percent(made) }), element('span', { className: 'unseen', textContent: text }));
  }));
}

function bar(kind, part) {
  const made = element('i', { className: kind });
  made.style.width = `${100 * part}%`;
  return made;
}

/** A histogram of numbers: filled bins of what was made, under the training table's outline. */
export function plotOf({ least, greatest, made, trained }, textOf) {
  const width = 300, height = 72, binWidth = width / made.length;
  const highest = Math.max(...made, ...trained ?? [], 1e-9);
  const y = share => (height - (height - 4) * share / highest).toFixed(1), x = bin => (bin * binWidth).toFixed(1);
  const outline = shares => shares.map((share, bin) => `L${x(bin)} ${y(share)}L${x(bin + 1)} ${y(share)}`).join('');
  const shape = (shares, kind, end) => shares ? `<path class="${kind}" d="M0 ${height}${outline(shares)}L${width} ${height}${end}"/>` : '';
  const plot = element('div', { className: 'plot' });
  const shapes = shape(made, 'made', 'Z') + shape(trained, 'trained', '');
  plot.innerHTML = `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img">${shapes}</svg>`;
  plot.firstChild.setAttribute('aria-label', `Histogram from ${textOf(least)} to ${textOf(greatest)}`);
  plot.append(element('div', { className: 'ends' },
    element('span', { textContent: textOf(least) }), element('span', { textContent: textOf(greatest) })));
  return plot;
}
