// How far the loading is, and what is shown where it fails.

import { byId } from './dom.js';
import { megabytes } from './numbers.js';

/** Shows how many bytes of 'runtime' or 'model' have come. */
export function showProgress(name, loaded, total) {
  const bar = byId(`progress-${name}`);
  if (!bar) return;
  if (total > 0) bar.value = loaded / total;
  byId(`bytes-${name}`).textContent = total > 0 ? `${megabytes(loaded)} of ${megabytes(total)}` : megabytes(loaded);
  byId('loading-text').textContent = 'Loading the generator into this browser.';
}

export function showFailure(error) {
  byId('loading')?.setAttribute('hidden', '');
  byId('failure-text').textContent = error.message;
  byId('failure').hidden = false;
  byId('retry').onclick = () => location.reload();
  byId('retry').focus();
}
