// The counter-based random number generator Philox4x32-10, as src/Gan.Onnx/Latent/Philox.cs has it.
// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011).

const rounds = 10;
const multiplier0 = 0xD2511F53, multiplier1 = 0xCD9E8D57;
const weyl0 = 0x9E3779B9, weyl1 = 0xBB67AE85;

/** Replaces the four words of a counter by its block of four random words. */
export function mix(words, key0, key1) {
  let [x0, x1, x2, x3] = words;
  for (let round = 0; round < rounds; round++) {
    const high0 = highWord(multiplier0, x0), low0 = Math.imul(multiplier0, x0);
    const high1 = highWord(multiplier1, x2), low1 = Math.imul(multiplier1, x2);
    [x0, x1, x2, x3] = [high1 ^ x1 ^ key0, low1, high0 ^ x3 ^ key1, low0];
    key0 = key0 + weyl0 | 0;
    key1 = key1 + weyl1 | 0;
  }
  words[0] = x0; words[1] = x1; words[2] = x2; words[3] = x3;
}

/** The upper 32 of the 64 bits of a product. Products of halves are whole numbers below 2**32, so that nothing is rounded. */
function highWord(a, b) {
  const a0 = a & 0xFFFF, a1 = a >>> 16, b0 = b & 0xFFFF, b1 = b >>> 16;
  const middle = a1 * b0 + (a0 * b0 >>> 16);
  const lower = a0 * b1 + (middle & 0xFFFF);
  return a1 * b1 + (middle >>> 16) + (lower >>> 16);
}
