/** An element with properties, attributes (those with a dash, and role, for) and children. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || ['role', 'for', 'list', 'scope', 'colspan'].includes(name)) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children);
  return made;
}

/** The element of an id. */
export const byId = id => document.getElementById(id);

/** A colour of the style sheet, for canvases. */
export const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Whether the reader asked for less motion. */
export const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A canvas's context for drawing in CSS pixels, sharp on dense screens. */
export function sharpContext(canvas, width, height) {
  const density = devicePixelRatio || 1;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const context = canvas.getContext('2d');
  context.scale(density, density);
  return context;
}
