// Cells as texts and as numbers, by the type of their column in the model's manifest.

const ticksPerMillisecond = 10_000n, ticksPerSecond = 10_000_000n, ticksPerMinute = 60n * ticksPerSecond, ticksPerDay = 1440n * ticksPerMinute;
const ticksOfUnixEpoch = 621_355_968_000_000_000n;

/** { textOf, numberOf, isMissing } for the elements of a column's output. */
export function cellsOf({ type, keyValues = [], offsetMinutes = 0 }) {
  if (type === 'Text') return { isMissing: text => text === '', textOf: text => text, numberOf: () => NaN };
  if (type === 'Boolean') return { isMissing: () => false, textOf: truth => truth ? 'True' : 'False', numberOf: Number };
  if (type === 'Single' || type === 'Double') {
    return { isMissing: Number.isNaN, textOf: type === 'Single' ? textOfSingle : String, numberOf: Number };
  }
  if (type.startsWith('Key')) {
    return { isMissing: key => Number(key) === 0, textOf: key => keyValues[Number(key) - 1] ?? String(key), numberOf: Number };
  }
  if (type === 'TimeSpan') return { isMissing: () => false, textOf: textOfSpan, numberOf: Number };
  if (type === 'DateTime') return { isMissing: ticks => ticks === 0n, textOf: ticks => textOfDate(ticks, ''), numberOf: Number };
  if (type === 'DateTimeOffset') {
    const offset = BigInt(offsetMinutes) * ticksPerMinute;
    return { isMissing: ticks => ticks === 0n, textOf: ticks => textOfDate(ticks + offset, textOfOffset(offsetMinutes)), numberOf: Number };
  }
  return { isMissing: () => false, textOf: String, numberOf: Number };
}

/** The shortest text that is read as this number of single precision. */
function textOfSingle(number) {
  for (let digits = 6; digits < 9; digits++) {
    const text = Number(number.toPrecision(digits));
    if (Math.fround(text) === number) return String(text);
  }
  return String(number);
}

/** 2024-02-29, or 2024-02-29T12:30:00 where there is a time. */
function textOfDate(ticks, zone) {
  const milliseconds = (ticks - ticksOfUnixEpoch) / ticksPerMillisecond;
  const text = new Date(Number(milliseconds)).toISOString();
  return ticks % ticksPerDay === 0n ? text.slice(0, 10) : text.replace(/(\.000)?Z$/, zone);
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
