// The seed box: a whole number of 32 bits.

import { byId } from './dom.js';
import { anySeed, seedOf } from './numbers.js';

/** Shows the seed of the address, else 0, gives it back, and tells onChange of others. */
export function createSeed(text, onChange) {
  const box = byId('seed');
  const seed = seedOf(text ?? '') ?? 0;
  box.value = seed;
  box.oninput = () => {
    const changed = seedOf(box.value);
    box.setCustomValidity(changed === null ? 'The seed must be a whole number from −2147483648 to 2147483647.' : '');
    box.setAttribute('aria-invalid', changed === null);
    if (changed === null) box.reportValidity();
    else onChange(changed);
  };
  byId('any-seed').onclick = () => {
    box.value = anySeed();
    box.oninput();
  };
  return seed;
}
