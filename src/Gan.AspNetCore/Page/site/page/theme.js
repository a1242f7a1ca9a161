// Light or dark: the system's choice, until the reader makes one.

import { byId } from './dom.js';

const key = 'gan-theme';

export function startTheme() {
  const button = byId('theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (localStorage.getItem(key) ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const apply = () => {
    document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
    button.setAttribute('aria-pressed', isDark());
    document.dispatchEvent(new Event('themechange'));
  };
  button.onclick = () => {
    localStorage.setItem(key, isDark() ? 'light' : 'dark');
    apply();
  };
  system.addEventListener('change', apply);
  apply();
}
