// The speaker's page at work: follows the open deck, drives it, and goes on alone where there is none.
import { deck as words } from '../../i18n/deck.ts';
import type { DeckPress } from '../deck-channel.ts';
import { createDeckLink } from './deck-link.ts';
import { createPreviewFrame } from './preview-frame.ts';
import { startTimes } from './speaker-times.ts';

type Note = { readonly id: string; readonly title: string; readonly article: HTMLElement };

const PRESS_OF_KEY: Readonly<Record<string, DeckPress>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  n: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  p: 'previous',
  b: 'black',
  '.': 'black',
  r: 'reveal',
};

export function startSpeaker(page: Document): void {
  const one = (selector: string): HTMLElement => {
    const element = page.querySelector<HTMLElement>(selector);
    if (element === null) throw new TypeError(`the speaker's page has no ${selector}`);
    return element;
  };
  const notes = [...page.querySelectorAll<HTMLElement>('[data-slide]')].map((article): Note => ({
    article,
    id: article.dataset.slide ?? '',
    title: article.querySelector('h2')?.textContent.trim() ?? '',
  }));
  page.documentElement.dataset.orateur = '';
  for (const part of page.querySelectorAll<HTMLElement>(
    '[data-speaker-slides], [data-speaker-times], [data-speaker-buttons], [data-speaker-controls]',
  ))
    part.hidden = false;

  const times = startTimes(
    one,
    notes.map(({ article }) => Number(article.dataset.minutes ?? 0)),
  );
  const current = createPreviewFrame(one('[data-frame="current"]'));
  const next = createPreviewFrame(one('[data-frame="next"]'));
  const black = one('[data-press="black"]');
  let here = -1;

  const show = (index: number, step = 0, steps = 0): void => {
    const note = notes[index];
    if (note === undefined) return;
    const following = notes[index + 1];
    if (here !== index) {
      here = index;
      for (const { article } of notes) article.hidden = article !== note.article;
      one('.speaker-notes').scrollTop = 0;
      if (following === undefined) next.hide();
      else next.show(following.id, 0);
      one('[data-next-title]').textContent = following?.title ?? words.speaker.last;
      times.showPlan(index);
    }
    current.show(note.id, step);
    one('[data-position]').textContent = [
      words.speaker.position(index + 1, notes.length),
      ...(steps === 0 ? [] : [words.speaker.step(step + 1, steps + 1)]),
    ].join(', ');
  };

  const link = createDeckLink({
    onState: ({ id, step, steps, black: isBlack, byHand }) => {
      const index = notes.findIndex((note) => note.id === id);
      if (byHand) times.startOnce();
      show(index, step, steps);
      black.setAttribute('aria-pressed', String(isBlack));
    },
    onPresence: (presence) => {
      const sentence = words.speaker[presence];
      const status = one('[data-speaker-status]');
      if (status.textContent !== sentence) status.textContent = sentence;
      one('[data-speaker-open]').hidden = presence !== 'alone';
      one('[data-speaker-alone]').dataset.presence = presence;
    },
  });

  const press = (key: DeckPress): void => {
    if (link.press(key) || key === 'black' || key === 'reveal') return;
    show(Math.min(notes.length - 1, Math.max(0, here + (key === 'next' ? 1 : -1))));
    times.startOnce();
  };
  for (const button of page.querySelectorAll<HTMLElement>('[data-press]')) {
    button.addEventListener('click', () => {
      press(button.dataset.press as DeckPress);
    });
  }
  page.addEventListener('keydown', (event) => {
    const key = PRESS_OF_KEY[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    // Space on a button presses it, and arrows scroll the notes that have the focus.
    const { target } = event;
    if (target instanceof HTMLElement && event.key === ' ' && target.matches('button, a')) return;
    event.preventDefault();
    press(event.shiftKey && event.key === ' ' ? 'previous' : key);
  });
  show(
    Math.max(
      0,
      notes.findIndex(({ id }) => `#/${id}` === decodeURIComponent(location.hash)),
    ),
  );
}
