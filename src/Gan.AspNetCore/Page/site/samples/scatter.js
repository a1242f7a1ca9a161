// The sheet of points: all rows as a cloud, and the chosen one.

import { byId, colour, element, sharpContext } from '../page/dom.js';

export function createScatter(form, onChoose) {
  const sheet = byId('sheet');
  sheet.className = 'scatter';
  const canvas = element('canvas', { role: 'img', tabIndex: 0, 'aria-describedby': 'scatter-help' });
  const help = element('p', { className: 'hint', id: 'scatter-help', textContent: 'Choose a point, or go through the rows by the arrow keys.' });
  sheet.append(canvas, help);
  let last;
  canvas.onclick = ({ offsetX, offsetY }) => last && onChoose(nearest(offsetX, offsetY));
  canvas.onkeydown = event => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const count = last.samples.length / 2;
    onChoose((last.chosen + step + count) % count);
  };
  return function show(shown) {
    last = shown;
    const side = canvas.clientWidth, context = sharpContext(canvas, side, side);
    context.fillStyle = colour('--panel');
    context.fillRect(0, 0, side, side);
    drawAxes(context, side);
    drawCloud(context, shown.samples, side);
    drawChosen(context, shown.samples, shown.chosen, side);
    canvas.setAttribute('aria-label', `${shown.samples.length / 2} points; ${shown.captionOf(shown.chosen)}`);
  };

  function nearest(left, top) {
    const { samples } = last;
    let [best, least] = [0, Infinity];
    for (let row = 0; row < samples.length / 2; row++) {
      const [x, y] = form.place(samples[2 * row], samples[2 * row + 1], canvas.clientWidth);
      const distance = Math.hypot(x - left, y - top);
      if (distance < least) [best, least] = [row, distance];
    }
    return best;
  }

  function drawAxes(context, side) {
    const [step, digits] = stepOf(form.half);
    context.font = '11px ui-monospace, monospace';
    context.fillStyle = colour('--quiet');
    context.strokeStyle = colour('--rule');
    context.lineWidth = 1;
    for (let tick = Math.ceil((form.middle[0] - form.half) / step) * step; tick < form.middle[0] + form.half; tick += step) {
      const [left] = form.place(tick, 0, side);
      context.strokeRect(left, -1, 0, side + 2);
      if (left > 20 && left < side - 20) context.fillText(tick.toFixed(digits), left + 4, side - 6);
    }
    for (let tick = Math.ceil((form.middle[1] - form.half) / step) * step; tick < form.middle[1] + form.half; tick += step) {
      const [, top] = form.place(0, tick, side);
      context.strokeRect(-1, top, side + 2, 0);
      if (top > 20 && top < side - 20) context.fillText(tick.toFixed(digits), 4, top - 4);
    }
  }

  function drawCloud(context, samples, side) {
    context.globalAlpha = 0.7;
    for (let row = 0; row < samples.length; row += 2) {
      context.fillStyle = form.colourOf(samples[row], samples[row + 1]);
      const [left, top] = form.place(samples[row], samples[row + 1], side);
      context.beginPath();
      context.arc(left, top, 2.6, 0, 7);
      context.fill();
    }
    context.globalAlpha = 1;
  }

  function drawChosen(context, samples, chosen, side) {
    context.lineWidth = 3;
    context.fillStyle = form.colourOf(samples[2 * chosen], samples[2 * chosen + 1]);
    context.strokeStyle = colour('--ink');
    context.beginPath();
    context.arc(...form.place(samples[2 * chosen], samples[2 * chosen + 1], side), 7, 0, 7);
    context.fill();
    context.stroke();
  }
}

/** A round distance of ticks, and its decimals. */
function stepOf(half) {
  const power = 10 ** Math.floor(Math.log10(half));
  const step = half / power >= 5 ? 2 * power : half / power >= 2 ? power : power / 2;
  return [step, Math.max(0, -Math.floor(Math.log10(step)))];
}
