// What the page shows, kept in its address after #, so that a link shows the same to someone else.

export const readAddress = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

/** Keeps the given settings; those that are null or empty are left out. */
export function writeAddress(settings) {
  const kept = Object.entries(settings).filter(([, value]) => value !== null && value !== '');
  history.replaceState(null, '', `#${new URLSearchParams(kept)}`);
}
