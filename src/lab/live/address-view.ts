// Where to come: the address to copy, its QR code for a phone, and what to do when no phone can come.
import { liveWords } from '../../i18n/live.ts';
import { element, find } from '../element.ts';
import type { LiveAddresses } from './addresses.ts';
import { qrCode } from './qr-code.ts';

/** Real milliseconds for which « Copiée » stands. */
const SAID_FOR = 2_000;

export class AddressView {
  readonly #panel: HTMLElement;
  #shown: LiveAddresses | null = null;

  /** `left`: the panel is another session's. */
  constructor(panel: HTMLElement, left: AbortSignal) {
    this.#panel = panel;
    this.#choices.addEventListener(
      'change',
      () => {
        this.#choose(this.#choices.value);
      },
      { signal: left },
    );
    this.#field.addEventListener(
      'focus',
      () => {
        this.#field.select();
      },
      { signal: left },
    );
    const copy = find(panel, '[data-copy]', HTMLButtonElement);
    // Plain http on a network has no clipboard: there, the field is selected by a touch.
    copy.hidden = !('clipboard' in navigator);
    copy.addEventListener('click', () => void this.#copy(copy), { signal: left });
  }

  show(addresses: LiveAddresses): void {
    if (JSON.stringify(addresses) === JSON.stringify(this.#shown)) return;
    this.#shown = addresses;
    const { here, elsewhere, restart } = addresses;
    // In a tab of its own: the server lives in this one. HTML gives a link these only beside its address.
    Object.assign(find(this.#panel, '[data-visit]', HTMLAnchorElement), {
      href: here,
      target: '_blank',
      rel: 'noopener',
    });
    this.#choices.replaceChildren(
      ...elsewhere.map((address) => element('option', { value: address }, new URL(address).host)),
    );
    find(this.#panel, '[data-part=choices]', HTMLElement).hidden = elsewhere.length < 2;
    const loopback = find(this.#panel, '[data-part=loopback]', HTMLElement);
    loopback.hidden = elsewhere.length > 0;
    find(loopback, '[data-command]', HTMLElement).hidden = restart === null;
    find(loopback, '[data-no-network]', HTMLElement).hidden = restart !== null;
    find(loopback, 'code', HTMLElement).textContent = restart ?? '';
    this.#choose(elsewhere[0] ?? here);
  }

  get #field(): HTMLInputElement {
    return find(this.#panel, '[data-address]', HTMLInputElement);
  }

  get #choices(): HTMLSelectElement {
    return find(this.#panel, '[data-choices]', HTMLSelectElement);
  }

  #choose(address: string): void {
    this.#field.value = address;
    const figure = find(this.#panel, '[data-part=qr]', HTMLElement);
    const isForPhones = this.#shown?.elsewhere.includes(address) === true;
    figure.hidden = !isForPhones;
    const drawing = isForPhones ? [qrCode(address, liveWords.panel.qr(address))] : [];
    find(figure, '[data-qr]', HTMLElement).replaceChildren(...drawing);
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#field.value);
      button.textContent = liveWords.panel.copied;
    } catch {
      this.#field.select();
      button.textContent = liveWords.panel.copyByHand;
    }
    setTimeout(() => {
      button.textContent = liveWords.panel.copy;
    }, SAID_FOR);
  }
}
