// The page: asks the server for its model, opens it in the browser, and shows what belongs to its kind.

import { byId } from './page/dom.js';
import { startTheme } from './page/theme.js';
import { grouped } from './page/numbers.js';
import { showProgress, showFailure } from './page/loading.js';
import { openSession } from './engine/session.js';
import { startSamples } from './samples/view.js';
import { startTable } from './table/view.js';

const views = { 'generator': ['samples-view', startSamples], 'tabular-generator': ['table-view', startTable] };

startTheme();
addEventListener('unhandledrejection', ({ reason }) => showFailure(reason));
addEventListener('hashchange', () => location.reload());          // a link to another seed, in the same tab
start();

async function start() {
  const model = await askForModel();
  const view = views[model.kind];
  if (!view) throw new Error(`The model must be a generator or a tabular-generator, but was ${model.kind}.`);
  document.title = byId('name').textContent = model.name || 'Generator';
  byId('facts').textContent = factsOf(model).join(' · ');
  const session = await openSession(new URL('model/file', document.baseURI).href, showProgress);
  const [template, begin] = view;
  byId('main').append(byId(template).content.cloneNode(true));
  await begin(model, session);
  byId('loading').remove();
  document.body.dataset.ready = true;
}

async function askForModel() {
  const response = await fetch('model', { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${new URL(response.url).pathname} must tell of the model, but the server answered ${response.status}.`);
  return response.json();
}

function factsOf({ kind, sampleShape, classNames = [], columns = [], latentSize }) {
  const facts = [];
  if (kind === 'tabular-generator') facts.push(`table of ${columns.length} columns`);
  else if (sampleShape.length === 3) facts.push(`images of ${sampleShape[2]} × ${sampleShape[1]}`, sampleShape[0] === 1 ? 'grey' : 'colour');
  else facts.push(sampleShape[0] === 2 ? 'points of the plane' : `vectors of ${sampleShape[0]} numbers`);
  if (classNames.length > 0) facts.push(`${classNames.length} classes`);
  facts.push(`${grouped(latentSize)} latent numbers`);
  return facts;
}
