// `<notice-bar>`: one sentence and its gestures, above the code; said politely to screen readers.
import { element } from './element.ts';

export type Gesture = { readonly label: string; readonly act: () => void };

export class NoticeBar extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute('role', 'status');
  }

  /** Replaces what was said; a gesture closes the bar once done. */
  say(sentence: string, gestures: readonly Gesture[] = []): void {
    this.replaceChildren(
      element('span', {}, sentence),
      ...gestures.map(({ label, act }) => {
        const button = element('button', { type: 'button', class: 'quiet' }, label);
        button.addEventListener('click', () => {
          this.replaceChildren();
          act();
        });
        return button;
      }),
    );
  }
}
