// `<try-button>`: the press of « Essayer » brings the figure that one tries; until then nothing of it is fetched.
import { demos } from '../i18n/demos.ts';
import { find } from '../lab/element.ts';

const words = demos.trial;

class TryButton extends HTMLElement {
  connectedCallback(): void {
    const button = find(this, 'button', HTMLButtonElement);
    const about = find(this, '.try-about', HTMLElement);
    button.addEventListener('click', () => {
      if (button.ariaDisabled === 'true') return;
      button.ariaDisabled = 'true';
      about.textContent = words.opening;
      this.#open().catch(() => {
        button.ariaDisabled = 'false';
        about.textContent = words.notLoaded;
      });
    });
  }

  async #open(): Promise<void> {
    const { openTrial } = await import('./trial.ts');
    const place = find(document, '.trial', HTMLElement);
    place.hidden = false;
    document.body.dataset.trying = '';
    openTrial(place);
  }
}

customElements.define('try-button', TryButton);
