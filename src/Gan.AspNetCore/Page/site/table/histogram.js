// Shares and histograms as pictures: what was made in orange, the training table in blue.

import { element } from '../page/dom.js';

const percent = share => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;

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

/** A histogram of numbers: filled bins of what was made, under the training table's outline. Areas are shares. */
export function plotOf({ edges, made, trained }, textOf) {
  const width = 300, height = 72, least = edges[0], span = edges.at(-1) - least || 1;
  const density = shares => shares.map((share, bin) => share / Math.max((edges[bin + 1] - edges[bin]) / span, 1e-9));
  const heights = [density(made), trained && density(trained)];
  const greatest = Math.max(...heights[0], ...heights[1] ?? [], 1e-9);
  const x = edge => (width * (edge - least) / span).toFixed(1), y = number => (height - (height - 4) * number / greatest).toFixed(1);
  const outline = numbers => numbers.map((number, bin) => `L${x(edges[bin])} ${y(number)}L${x(edges[bin + 1])} ${y(number)}`).join('');
  const paths = `<path class="made" d="M0 ${height}${outline(heights[0])}L${width} ${height}Z"/>`
    + (heights[1] ? `<path class="trained" d="M0 ${height}${outline(heights[1])}L${width} ${height}"/>` : '');
  const plot = element('div', { className: 'plot' });
  plot.innerHTML = `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img">${paths}</svg>`;
  plot.firstChild.setAttribute('aria-label', `Histogram from ${textOf(least)} to ${textOf(edges.at(-1))}`);
  plot.append(element('div', { className: 'ends' }, element('span', { textContent: textOf(least) }), element('span', { textContent: textOf(edges.at(-1)) })));
  return plot;
}
