// What a column's cells are like: shares of categories, or a histogram of numbers; of what was made, beside the training table's.

const greatestBars = 6, defaultBins = 16;

/** Rows { label, made, trained } for a column of categories: the most frequent ones, then the others together; shares of 0 to 1. */
export function sharesOf({ categories, shares, cells: { textOf, isMissing } }, made) {
  const counts = new Map();
  for (const cell of made) {
    const label = isMissing(cell) ? null : textOf(cell);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const trained = shares?.length > 0 ? shares : null;
  const all = categories.map((label, place) => ({ label, made: (counts.get(label) ?? 0) / made.length, trained: trained?.[place] ?? null }));
  all.sort((left, right) => (right.trained ?? right.made) - (left.trained ?? left.made));
  if (all.length <= greatestBars) return all;
  const others = all.slice(greatestBars - 1);
  const sum = of => others.reduce((total, other) => total + (of(other) ?? 0), 0);
  return [...all.slice(0, greatestBars - 1),
    { label: `${others.length} others`, made: sum(other => other.made), trained: trained && sum(other => other.trained), isRest: true }];
}

/** { least, greatest, made, trained }: shares of cells in bins of equal width, or null where there are no numbers. */
export function histogramOf({ histogram, cells: { numberOf, isMissing } }, made) {
  const numbers = made.filter(cell => !isMissing(cell)).map(numberOf).filter(Number.isFinite);
  if (!histogram && numbers.length === 0) return null;
  const least = histogram?.least ?? numbers.reduce((least, number) => Math.min(least, number));
  const greatest = histogram?.greatest ?? numbers.reduce((greatest, number) => Math.max(greatest, number));
  const bins = histogram?.shares.length ?? defaultBins, shares = new Array(bins).fill(0);
  for (const number of numbers) {
    const bin = Math.floor(bins * (number - least) / (greatest - least || 1));
    shares[Math.max(0, Math.min(bins - 1, bin))] += 1 / made.length;             // the outermost bins have what lies beyond them
  }
  return { least, greatest, made: shares, trained: histogram?.shares ?? null };
}
