// Binds the keys that are ours to the running deck: aid, jump, speaker's page, reveal.
import type { RevealApi } from 'reveal.js';
import { revealDemos } from './reveal-demos.ts';

const G = 71;
const R = 82;
const S = 83;

const SPEAKER = '/diapos/orateur/';

export function bindDeckKeys(reveal: RevealApi, openJump: () => void): void {
  reveal.addKeyBinding(G, openJump);
  reveal.addKeyBinding(R, () => {
    revealDemos(reveal);
  });
  reveal.addKeyBinding(S, () => {
    // A window of its own, to be moved to the other screen; pressed again, the same one comes forward.
    window.open(SPEAKER, 'trame-orateur', 'popup,width=1280,height=760')?.focus();
  });
}

/** `?` opens the help wherever a keyboard puts it: reveal.js knows its key on an American one only. */
export function listenForHelp(page: Document, toggleHelp: () => void): void {
  page.addEventListener('keydown', (event) => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || page.querySelector('dialog[open]:not([data-deck-help])') !== null)
      return;
    event.preventDefault();
    event.stopImmediatePropagation();
    toggleHelp();
  });
  page.querySelector('[data-help-open]')?.addEventListener('click', toggleHelp);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
