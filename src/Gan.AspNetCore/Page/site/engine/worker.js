// The worker: ONNX Runtime on WebAssembly, beside the page's own thread, so that the page never waits for the network.
// It is told { kind: 'open', modelUrl } once, then { kind: 'run', id, feeds }, and answers progress, outputs or an error.

import * as ort from '../ort/ort.wasm.bundle.min.mjs';
import { download } from './download.js';

const wasmUrl = new URL('../ort/ort-wasm-simd-threaded.wasm', import.meta.url).href;
let session;

onmessage = async ({ data }) => {
  try {
    if (data.kind === 'open') await open(data.modelUrl);
    else await run(data);
  } catch (error) {
    postMessage({ kind: 'error', id: data.id, message: String(error?.message ?? error) });
  }
};

async function open(modelUrl) {
  const progress = name => (loaded, total) => postMessage({ kind: 'progress', name, loaded, total });
  const [runtime, model] = await Promise.all([download(wasmUrl, progress('runtime')), download(modelUrl, progress('model'))]);
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = runtime;
  session = await ort.InferenceSession.create(model);
  postMessage({ kind: 'opened', inputNames: session.inputNames, outputNames: session.outputNames });
}

async function run({ id, feeds }) {
  const tensors = Object.fromEntries(
    Object.entries(feeds).map(([name, { type, data, dims }]) => [name, new ort.Tensor(type, data, dims)]));
  const outputs = await session.run(tensors);
  const results = Object.fromEntries(
    Object.entries(outputs).map(([name, { type, data, dims }]) => [name, { type, data, dims: [...dims] }]));
  postMessage({ kind: 'outputs', id, results });
}
