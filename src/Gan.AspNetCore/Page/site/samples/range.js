/** The least and the greatest of values, a share of the most extreme left out at either end. */
export function rangeOf(values, leftOut = 0) {
  const sorted = Float32Array.from(values).sort();
  const cut = Math.floor(sorted.length * leftOut);
  return [sorted[cut], sorted[sorted.length - 1 - cut]];
}

/** The range widened by a share of itself at either end. */
export function widened([least, greatest], share) {
  const margin = (greatest - least || 1) * share;
  return [least - margin, greatest + margin];
}
