// The pad: a place in the plane of two directions, by pointer, arrow keys or the two sliders beneath it.

import { byId } from '../page/dom.js';

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Shows places from -reach to reach and tells onMove(x, y) of moves. */
export function createPad(reach, onMove) {
  const pad = byId('pad'), sliders = [byId('along-x'), byId('along-y')], values = [byId('value-x'), byId('value-y')];
  let place = [0, 0];
  for (const slider of sliders) {
    Object.assign(slider, { min: -reach, max: reach, step: reach / 100, value: 0 });
    slider.oninput = () => moveTo(...sliders.map(each => Number(each.value)));
  }
  pad.onpointerdown = event => {
    pad.setPointerCapture(event.pointerId);
    pad.focus({ preventScroll: true });
    follow(event);
  };
  pad.onpointermove = event => { if (pad.hasPointerCapture(event.pointerId)) follow(event); };
  pad.onkeydown = event => {
    const step = steps[event.key];
    if (!step && event.key !== 'Home') return;
    event.preventDefault();
    const length = reach * (event.shiftKey ? 0.25 : 0.05);
    if (step) moveTo(place[0] + step[0] * length, place[1] + step[1] * length);
    else moveTo(0, 0);
  };
  show();
  return { canvas: pad.querySelector('canvas'), moveTo };

  function follow(event) {
    const box = pad.getBoundingClientRect();
    moveTo(reach * (2 * (event.clientX - box.left) / box.width - 1), reach * (1 - 2 * (event.clientY - box.top) / box.height));
  }

  function moveTo(x, y) {
    place = [x, y].map(number => Math.max(-reach, Math.min(reach, number)));
    show();
    onMove(...place);
  }

  function show() {
    pad.style.setProperty('--x', `${50 + 50 * place[0] / reach}%`);
    pad.style.setProperty('--y', `${50 - 50 * place[1] / reach}%`);
    place.forEach((number, n) => { sliders[n].value = number; values[n].textContent = number.toFixed(2).replace('-', '−'); });
  }
}
