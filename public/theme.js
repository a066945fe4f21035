// Puts the chosen theme on the page before its first paint; without a choice the system decides.
/* global localStorage, document */
try {
  const theme = localStorage.getItem('trame-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is denied: the system decides.
}
