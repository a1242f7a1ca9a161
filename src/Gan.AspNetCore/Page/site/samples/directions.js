// Directions of the latent space in which samples change most: what a linear map from latents to samples would keep.

import { latentRows } from '../latent/latents.js';

const rows = 384, iterations = 60, greatestFeatures = 256;

/**
 * Finds so many orthonormal directions, the strongest first. They are the leading left singular vectors of C = Zᵀ X,
 * where Z holds latent rows and X their samples less the mean: the eigenvectors of C Cᵀ, by power iteration.
 */
export async function findDirections({ latentSize, prior }, count, generate) {
  const latents = latentRows({ seed: 0, latentSize, prior }, 2 ** 40, rows);
  const samples = await generate(latents, rows);
  const length = samples.length / rows, stride = Math.ceil(length / greatestFeatures);
  const correlations = [];
  for (let feature = 0; feature < length; feature += stride) correlations.push(correlation(latents, samples, latentSize, length, feature));
  const found = [];
  for (let n = 0; n < Math.min(count, latentSize); n++) {
    let direction = unit(latentRows({ seed: n, latentSize, prior: 'Normal' }, 2 ** 41, 1), found);
    for (let iteration = 0; iteration < iterations; iteration++) {
      const next = new Float32Array(latentSize);
      for (const column of correlations) addScaled(next, column, dot(column, direction));
      direction = unit(next, found);
    }
    found.push(direction);
  }
  return found;
}

/** Column 'feature' of C: how each latent number goes together with one number of the samples. */
function correlation(latents, samples, latentSize, length, feature) {
  const column = new Float32Array(latentSize);
  let mean = 0;
  for (let row = 0; row < rows; row++) mean += samples[row * length + feature] / rows;
  for (let row = 0; row < rows; row++) {
    addScaled(column, latents.subarray(row * latentSize, (row + 1) * latentSize), samples[row * length + feature] - mean);
  }
  return column;
}

/** A vector without its parts along others, at length 1. */
function unit(vector, others) {
  for (const other of others) addScaled(vector, other, -dot(vector, other));
  const length = Math.hypot(...vector) || 1;
  return vector.map(number => number / length);
}

export const dot = (left, right) => left.reduce((sum, number, place) => sum + number * right[place], 0);

export function addScaled(vector, other, factor) {
  for (let place = 0; place < vector.length; place++) vector[place] += factor * other[place];
}
