// Random words as numbers, by the same exactly rounded formulas as src/Gan.Onnx/Latent/BoxMuller.cs and Fractions.cs.
// JavaScript's + - * / and Math.sqrt are rounded once each, as IEEE 754 has it, and none is fused: so the bits are the server's.

const powersOfTwo = Float64Array.from({ length: 33 }, (_, bits) => 2 ** bits);
const lowerThirtyBits = 0x3FFFFFFF;

/** A number in (-1, 1) for the first 24 bits of a word. */
export const uniform = word => (2 * (word >>> 8) + 1) / powersOfTwo[24] - 1;

/** Writes two independent normal numbers for two words (Box and Muller 1958) to two places of a Float32Array. */
export function writeNormals(word0, word1, numbers, place0, place1) {
  const radius = Math.sqrt(minusLog(word0 >>> 0));
  const y = (2 * (word1 & lowerThirtyBits) + 1) / powersOfTwo[30] - 1;
  const x = y * y;
  const sine = sineOver(x) * y, cosine = cosineOf(x);
  const z0 = radius * (cosine - sine), z1 = radius * (cosine + sine);
  numbers[place0] = word1 >>> 31 ? -z0 : z0;
  numbers[place1] = word1 >>> 30 & 1 ? -z1 : z1;
}

/** -ln((word + 1/2) / 2**32): the fraction is 2**exponent * m with m from sqrt(1/2) to sqrt(2), and ln m = 2 artanh s. */
function minusLog(word) {
  const bits = 32 - Math.clz32(word);
  let m = (word + 0.5) / powersOfTwo[bits], exponent = bits - 32;
  if (m < Math.SQRT1_2) { m *= 2; exponent--; }
  const s = (m - 1) / (m + 1), x = s * s;
  let p = 0.2361664955601621 * x + 0.28535036086892196;
  p = p * x + 0.4000038490789066;
  p = p * x + 0.6666666524633386;
  p = p * x + 2.000000000008368;
  return -0.6931471805599453 * exponent - s * p;
}

/** sin(pi y / 4) / y, and cos(pi y / 4), by x = y * y. */
function sineOver(x) {
  let sine = 3.089966866337448e-07 * x + -3.657239263067379e-05;
  sine = sine * x + 0.002490393210175957;
  sine = sine * x + -0.08074551201834942;
  return sine * x + 0.78539816339405;
}

function cosineOf(x) {
  let cosine = 3.5297971342978537e-06 * x + -0.00032593858594162623;
  cosine = cosine * x + 0.015854325228444592;
  cosine = cosine * x + -0.30842513515829056;
  return cosine * x + 0.9999999999524894;
}
