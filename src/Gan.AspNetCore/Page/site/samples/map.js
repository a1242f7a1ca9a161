/** Draws the samples of the plane's places, side by side, as the pad's ground. */
export function drawMap(canvas, form, plane) {
  const side = form.mapSide, length = plane.length / (side * side);
  const tile = form.name === 'image' ? 64 : 96;
  canvas.width = canvas.height = side * tile;
  const context = canvas.getContext('2d');
  for (let place = 0; place < side * side; place++) {
    form.drawInto(context, plane.subarray(place * length, (place + 1) * length), place % side * tile, Math.floor(place / side) * tile, tile, tile);
  }
}
