// `<theme-switch>`: keeps the chosen theme, which `public/theme.js` puts back before the first paint of every page.
import { fr } from '../i18n/fr.ts';

const KEY = 'trame-theme';
const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button === null) return;
    button.hidden = false;
    const show = (theme: Theme): void => {
      button.textContent = fr.site.theme.button(fr.site.theme[theme]);
    };
    show(currentTheme());
    button.addEventListener('click', () => {
      const next = THEMES[(THEMES.indexOf(currentTheme()) + 1) % THEMES.length] ?? 'system';
      apply(next);
      show(next);
    });
  }
}

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return THEMES.find((theme) => theme === chosen) ?? 'system';
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is denied: the theme lasts as long as the page.
  }
}

customElements.define('theme-switch', ThemeSwitch);
