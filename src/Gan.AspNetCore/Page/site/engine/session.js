// The generator's session as the page sees it: feeds in, outputs out.

/** Opens a model in a worker. Progress is told as (name, loaded, total), name being 'runtime' or 'model'. */
export function openSession(modelUrl, onProgress) {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  const waiting = new Map();
  let lastId = 0;
  return new Promise((opened, refused) => {
    worker.onerror = event => refused(new Error(event.message ?? 'The worker must start, but did not.'));
    worker.onmessage = ({ data }) => {
      if (data.kind === 'progress') onProgress(data.name, data.loaded, data.total);
      else if (data.kind === 'opened') opened({ inputNames: data.inputNames, outputNames: data.outputNames, run });
      else if (data.id === undefined) refused(new Error(data.message));
      else settle(data);
    };
    worker.postMessage({ kind: 'open', modelUrl });
  });

  function run(feeds) {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ kind: 'run', id, feeds });
    });
  }

  function settle({ kind, id, results, message }) {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (kind === 'outputs') resolve(results);
    else reject(new Error(message));
  }
}
