// Brings each demo's script when its slide or its section comes near; until then its static form stands there.
import { kit as words } from '../i18n/demos/kit.ts';

type Load = () => Promise<CustomElementConstructor>;

/** One line for each demo, by tag, in alphabetical order. */
const DEMOS: Readonly<Record<string, Load>> = {
  'demo-accept': async () => (await import('./accept/accept.ts')).DemoAccept,
  'demo-close-codes': async () => (await import('./close-codes/close-codes.ts')).DemoCloseCodes,
  'demo-cswsh': async () => (await import('./cswsh/cswsh.ts')).DemoCswsh,
  'demo-cutter': async () => (await import('./cutter/cutter.ts')).DemoCutter,
  'demo-echo': async () => (await import('./echo/echo.ts')).DemoEcho,
  'demo-frame': async () => (await import('./frame/frame.ts')).DemoFrame,
  'demo-handshake': async () => (await import('./handshake/handshake.ts')).DemoHandshake,
  'demo-proxy': async () => (await import('./proxy/proxy.ts')).DemoProxy,
  'demo-race': async () => (await import('./race/race.ts')).DemoRace,
  'demo-states': async () => (await import('./states/states.ts')).DemoStates,
  'demo-xor': async () => (await import('./xor/xor.ts')).DemoXor,
  'demo-xss': async () => (await import('./xss/xss.ts')).DemoXss,
};

export const DEMO_TAGS: readonly string[] = Object.keys(DEMOS);

/** How far from the window a demo is fetched: one window's height, so that it is there when it is reached. */
const NEAR = '100% 0px';

/** Watches the demos under `root`. To be called once, when they are in the page. */
export function loadDemos(root: HTMLElement): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void define(target);
      }
    },
    { rootMargin: NEAR },
  );
  for (const demo of root.querySelectorAll(DEMO_TAGS.join())) observer.observe(demo);
}

async function define(demo: Element): Promise<void> {
  const load = DEMOS[demo.localName];
  if (load === undefined || customElements.get(demo.localName) !== undefined) return;
  try {
    const constructor = await load();
    // Another one of the same kind may have come first.
    if (customElements.get(demo.localName) === undefined) {
      customElements.define(demo.localName, constructor);
    }
  } catch {
    sayNotLoaded(demo);
  }
}

/** The static form stays, complete in itself; a sentence says why nothing moves. */
function sayNotLoaded(demo: Element): void {
  const note = document.createElement('p');
  note.className = 'demo-not-loaded';
  note.setAttribute('role', 'status');
  note.textContent = words.notLoaded;
  demo.append(note);
}
