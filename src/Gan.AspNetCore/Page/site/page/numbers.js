/** Numbers for people: 14,239,897 as 14.2 MB, and 12345 as 12,345. */
export const megabytes = bytes => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`;

export const grouped = number => number.toLocaleString('en-US');

/** A whole number from -2**31 to 2**31 - 1, or null. */
export function seedOf(text) {
  const number = Number(text);
  return text.trim() !== '' && Number.isInteger(number) && (number | 0) === number ? number : null;
}

export const anySeed = () => crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
