// A frame of the deck that shows one slide, and follows without being loaded again.

export type PreviewFrame = {
  /** @param step how many steps of the slide are shown */
  show(id: string, step: number): void;
  hide(): void;
};

const DECK = '/diapos/?vue=apercu';

export function createPreviewFrame(host: HTMLElement): PreviewFrame {
  const frame = document.createElement('iframe');
  frame.title = host.dataset.title ?? '';
  frame.tabIndex = -1;
  let loaded = false;
  return {
    show: (id, step) => {
      // A step names the last fragment shown, counted from 0.
      const address = `${DECK}#/${encodeURIComponent(id)}/${step - 1}`;
      host.hidden = false;
      if (!loaded) {
        loaded = true;
        frame.src = address;
        host.append(frame);
        return;
      }
      // Only the hash differs: nothing is loaded, and « back » does not go through the slides.
      frame.contentWindow?.location.replace(address);
    },
    hide: () => {
      host.hidden = true;
    },
  };
}
