// Cells as texts and as numbers, by the type of their column in the model's manifest.

const ticksPerSecond = 10_000_000n, ticksPerMinute = 60n * ticksPerSecond, ticksPerDay = 1440n * ticksPerMinute;
const ticksOfUnixEpoch = 621_355_968_000_000_000n;

/**
 * What is done with the elements of a column's output: isMissing; textOf, as files have it and the server; shown, as people read it; numberOf.
 */
export function cellsOf(column) {
  const cells = { isMissing: () => false, textOf: String, numberOf: Number, ...partsOf(column) };
  return { shown: cells.textOf, ...cells };
}

function partsOf({ type, keyValues = [], offsetMinutes = 0 }) {
  if (type === 'Text') return { isMissing: text => text === '', numberOf: () => NaN };
  if (type === 'Boolean') return { textOf: truth => truth ? 'True' : 'False' };
  if (type === 'Single') return { isMissing: Number.isNaN, textOf: textOfSingle };
  if (type === 'Double') return { isMissing: Number.isNaN };
  if (type.startsWith('Key')) return { isMissing: key => Number(key) === 0, textOf: key => keyValues[Number(key) - 1] ?? String(key) };
  if (type === 'TimeSpan') return { textOf: textOfSpan };
  if (type === 'DateTime') return dates(0n, '');
  if (type === 'DateTimeOffset') return dates(BigInt(offsetMinutes) * ticksPerMinute, textOfOffset(offsetMinutes));
  return {};
}

/** 2024-02-29T12:30:00.0000000 in files; to people 2024-02-29, or 2024-02-29 12:30 where there is a time. */
function dates(offset, zone) {
  const textOf = ticks => {
    const local = ticks + offset, seconds = (local - ticksOfUnixEpoch - local % ticksPerSecond) / ticksPerSecond;
    const text = new Date(1000 * Number(seconds)).toISOString().slice(0, 19);
    return `${text}.${String(local % ticksPerSecond).padStart(7, '0')}${zone}`;
  };
  const shown = ticks => {
    const [day, time] = textOf(ticks).split('T');
    return (ticks + offset) % ticksPerDay === 0n ? day : `${day} ${time.replace('.0000000', '').replace(/^(\d\d:\d\d):00/, '$1')}`;
  };
  return { isMissing: ticks => ticks === 0n, textOf, shown };
}

/** The shortest text that is read as this number of single precision. */
function textOfSingle(number) {
  for (let digits = 6; digits < 9; digits++) {
    const text = Number(number.toPrecision(digits));
    if (Math.fround(text) === number) return String(text);
  }
  return String(number);
}

function textOfOffset(minutes) {
  const two = number => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** 1.02:03:04, with days where there are any. */
function textOfSpan(ticks) {
  const sign = ticks < 0n ? '-' : '', length = ticks < 0n ? -ticks : ticks;
  const two = number => String(number).padStart(2, '0');
  const days = length / ticksPerDay, seconds = length / ticksPerSecond, part = length % ticksPerSecond;
  return sign + (days > 0n ? `${days}.` : '') + [seconds / 3600n % 24n, seconds / 60n % 60n, seconds % 60n].map(two).join(':')
    + (part > 0n ? `.${String(part).padStart(7, '0')}` : '');
}
