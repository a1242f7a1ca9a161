// The rows on the sheet: their latent vectors and classes, and what they are called.

import { latentRows } from '../latent/latents.js';
import { labelsOf } from './classes.js';

export function rowsOf(model, { seed, firstRow, classPlace }, count) {
  const { latentSize, classNames = [] } = model;
  const latents = latentRows({ ...model, seed }, firstRow, count);
  const labels = labelsOf(model, seed, firstRow, count, classPlace);
  const classOf = tile => classNames[labels[tile] - 1];
  return {
    latents,
    labels,
    latentAt: tile => latents.slice(tile * latentSize, (tile + 1) * latentSize),
    captionOf: tile => `row ${firstRow + tile}${classNames.length > 0 ? `, class ${classOf(tile)}` : ''}`,
    aboutOf: tile => ({ seed, row: firstRow + tile, ...classNames.length > 0 ? { class: classOf(tile) } : {} }),
  };
}
