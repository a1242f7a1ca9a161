/** A table as CSV by RFC 4180: a header, commas, cells quoted where they must be. Missing cells are empty. */
export function csvOf(names, rows) {
  return [names, ...rows].map(cells => cells.map(quoted).join(',')).join('\r\n') + '\r\n';
}

const quoted = cell => /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
