// `G`: a field that finds a slide by its number or by words of its title.
import { deck as words } from '../i18n/deck.ts';
import { keepKeys } from './dialogs.ts';
import { findSlides } from './find-slides.ts';
import type { SlideOfPage } from './slide-list.ts';

/** As many as are seen without scrolling. */
const MOST_RESULTS = 7;

/** Prepares the dialog and returns what opens it. */
export function prepareJump(
  dialog: HTMLDialogElement,
  slides: readonly SlideOfPage[],
  goTo: (slide: SlideOfPage) => void,
): () => void {
  const field = dialog.querySelector('input');
  const list = dialog.querySelector('ol');
  const status = dialog.querySelector('[role="status"]');
  if (field === null || list === null || status === null) return () => undefined;
  keepKeys(dialog);

  const choose = (slide: SlideOfPage | undefined): void => {
    if (slide === undefined) return;
    dialog.close();
    // Until the next frame the hidden field would keep the focus, and the deck's keys with it.
    field.blur();
    goTo(slide);
  };
  const show = (): void => {
    const found = findSlides(field.value, slides);
    list.replaceChildren(...found.slice(0, MOST_RESULTS).map((slide) => entry(slide, choose)));
    status.textContent =
      field.value.trim() === '' ? words.jump.hint(slides.length) : words.jump.found(found.length);
  };
  field.addEventListener('input', show);
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    choose(findSlides(field.value, slides)[0]);
  });
  dialog.querySelector('[data-close]')?.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    moveFocus(field, list, event.key === 'ArrowDown' ? 1 : -1);
  });
  return () => {
    if (dialog.open) return;
    field.value = '';
    show();
    dialog.showModal();
  };
}

function entry(slide: SlideOfPage, choose: (slide: SlideOfPage) => void): HTMLLIElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  for (const [name, text] of [
    ['number', String(slide.number)],
    ['title', slide.title],
    ['chapter', slide.chapter],
  ] as const) {
    const part = document.createElement('span');
    part.className = `jump-${name}`;
    part.textContent = text;
    button.append(part, ' ');
  }
  button.addEventListener('click', () => {
    choose(slide);
  });
  item.append(button);
  return item;
}

/** From the field down the list and back up to the field. */
function moveFocus(field: HTMLInputElement, list: HTMLOListElement, by: 1 | -1): void {
  const stops = [field, ...list.querySelectorAll('button')];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.min(stops.length - 1, Math.max(0, here + by))]?.focus();
}
