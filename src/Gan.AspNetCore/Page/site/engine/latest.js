/**
 * A function that runs one at a time: calls that come meanwhile wait, and of those only the last is run.
 * So a pad that is dragged faster than the network answers skips places, and never lags behind.
 */
export function latestOnly(work) {
  let isRunning = false, next = null;
  return async function call(...parameters) {
    if (isRunning) { next = parameters; return; }
    isRunning = true;
    try {
      await work(...parameters);
    } finally {
      isRunning = false;
      if (next) {
        const last = next;
        next = null;
        call(...last);
      }
    }
  };
}
