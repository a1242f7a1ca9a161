// What a column's cells are like: shares of categories, or a histogram of numbers; of what was made, beside the training table's.

const greatestBars = 6, defaultBins = 16;

/** Rows { label, made, trained } for a column of categories: the most frequent ones, then the others together; shares of 0 to 1. */
export function sharesOf(column, cells, { textOf, isMissing }) {
  const counts = new Map();
  for (const cell of cells) {
    const label = isMissing(cell) ? null : textOf(cell);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const trained = column.shares ?? null;
  const all = column.categories.map((label, place) => ({ label, made: (counts.get(label) ?? 0) / cells.length, trained: trained?.[place] ?? null }));
  all.sort((left, right) => (right.trained ?? right.made) - (left.trained ?? left.made));
  if (all.length <= greatestBars) return all;
  const others = all.slice(greatestBars - 1);
  const sum = of => others.reduce((total, other) => total + (of(other) ?? 0), 0);
  return [...all.slice(0, greatestBars - 1),
    { label: `${others.length} others`, made: sum(other => other.made), trained: trained && sum(other => other.trained), isRest: true }];
}

/** { edges, made, trained }: shares of cells in each bin; trained is null where the file tells nothing. */
export function histogramOf(column, cells, { numberOf, isMissing }) {
  const numbers = cells.filter(cell => !isMissing(cell)).map(numberOf);
  const edges = column.histogram?.edges ?? evenEdges(numbers);
  const made = new Array(edges.length - 1).fill(0);
  for (const number of numbers) made[binOf(edges, number)] += 1 / numbers.length;
  return { edges, made, trained: column.histogram?.shares ?? null };
}

function evenEdges(numbers) {
  const least = numbers.reduce((least, number) => Math.min(least, number), Infinity);
  const greatest = numbers.reduce((greatest, number) => Math.max(greatest, number), -Infinity);
  if (!(greatest > least)) return [least, least + 1];
  return Array.from({ length: defaultBins + 1 }, (_, bin) => least + (greatest - least) * bin / defaultBins);
}

/** The bin of a number; those beyond the ends are in the outermost bins. */
function binOf(edges, number) {
  let bin = 0;
  while (bin < edges.length - 2 && number >= edges[bin + 1]) bin++;
  return bin;
}
