// Says that an address names no slide, and offers the nearest title and the plan: never a silent first slide.
import { deck as words } from '../i18n/deck.ts';
import { keepKeys } from './dialogs.ts';
import { nearestSlide } from './find-slides.ts';
import type { SlideAddress } from './slide-address.ts';
import { planAmong } from './slide-list.ts';
import type { SlideOfPage } from './slide-list.ts';

/** Prepares the notice and returns what shows it for an address. */
export function prepareLostNotice(
  dialog: HTMLDialogElement,
  slides: readonly SlideOfPage[],
  goTo: (slide: SlideOfPage) => void,
): (address: SlideAddress) => void {
  const text = dialog.querySelector('[data-lost-text]');
  const plan = planAmong(slides);
  let nearest: SlideOfPage | undefined;
  keepKeys(dialog);

  const follow = (name: string, slideOf: () => SlideOfPage | undefined) => {
    const button = dialog.querySelector<HTMLButtonElement>(`[data-lost-${name}]`);
    button?.addEventListener('click', () => {
      dialog.close();
      const slide = slideOf();
      if (slide !== undefined) goTo(slide);
    });
    return button;
  };
  const nearestButton = follow('nearest', () => nearest);
  const planButton = follow('plan', () => plan);
  if (planButton !== null) planButton.hidden = plan === undefined;

  return (address) => {
    if (address.kind === 'none') return;
    nearest =
      address.kind === 'id' ? nearestSlide(address.id, slides) : nearestByChapter(address, slides);
    const asked = address.kind === 'id' ? address.id : `${address.chapter}/${address.index}`;
    if (text !== null) text.textContent = words.lost.text(asked);
    if (nearestButton !== null && nearest !== undefined) {
      nearestButton.textContent = words.lost.nearest(nearest.title);
    }
    if (!dialog.open) dialog.showModal();
  };
}

/** The last slide of that chapter, or of the last chapter before it. */
const nearestByChapter = (
  { chapter }: Extract<SlideAddress, { kind: 'indices' }>,
  slides: readonly SlideOfPage[],
): SlideOfPage | undefined =>
  slides.findLast(
    ({ element }) =>
      Number(element.closest<HTMLElement>('[data-chapter]')?.dataset.chapter) <= chapter,
  ) ?? slides[0];
