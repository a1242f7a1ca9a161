// The pad's ground: what the generator makes at the places of the plane.

const gap = 2;

/** Draws the samples of the plane's places side by side; points as the colours of where they are. */
export function drawMap(canvas, form, plane) {
  const side = form.mapSide, length = plane.length / (side * side);
  const valuesAt = place => plane.subarray(place * length, (place + 1) * length);
  const tile = form.name === 'point' ? 1 : 64;
  canvas.width = canvas.height = side * tile;
  const context = canvas.getContext('2d');
  for (let place = 0; place < side * side; place++) {
    const left = place % side * tile, top = Math.floor(place / side) * tile;
    if (form.name === 'point') {
      context.fillStyle = form.colourOf(...valuesAt(place));
      context.fillRect(left, top, 1, 1);
    } else {
      form.drawInto(context, valuesAt(place), left + gap, top + gap, tile - 2 * gap, tile - 2 * gap);
    }
  }
}
