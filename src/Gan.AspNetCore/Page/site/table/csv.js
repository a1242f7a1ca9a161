/** A table as CSV by RFC 4180: a header, commas, cells quoted where they must be. Missing cells are empty; one alone in its row is "". */
export function csvOf(names, rows) {
  return [names, ...rows].map(cells => cells.map(quoted).join(',') || '""').map(line => `${line}\r\n`).join('');
}

const quoted = cell => /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
