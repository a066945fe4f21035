// A phone's keyboard covers the page on iOS and shortens it elsewhere: either way the lab takes the height that is left.
import type { LabContext } from './lab-context.ts';

/** CSS pixels of visible height below which a keyboard must be up: no phone is that short without one. */
const SHORT = 512;
/** The layout viewport differs from the visible one by less than this when only a browser bar moves. */
const BAR = 80;

/** Sets `--viewport-height` while a keyboard covers the page, and `data-keyboard` while little height is left. */
export function followTouchKeyboard({ root: page, left }: LabContext): void {
  const visible = globalThis.visualViewport;
  if (visible === null) return;
  const fit = (): void => {
    const covered = innerHeight - visible.height > BAR;
    if (covered) {
      page.style.setProperty('--viewport-height', `${visible.height}px`);
      // iOS has scrolled the page to show the caret: our own panes do that.
      scrollTo(0, 0);
    } else {
      page.style.removeProperty('--viewport-height');
    }
    page.toggleAttribute('data-keyboard', visible.height < SHORT);
  };
  visible.addEventListener('resize', fit, { signal: left });
  fit();
}
