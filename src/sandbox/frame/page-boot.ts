// The script of the opaque page that holds students' pages, and of each of these: inner frames, made without any server.
import { FRAME_READY, PAGE_LEFT, WORKER_BOOT } from './frame-messages.ts';
import { serveLab, type Realm } from './serve-page.ts';

/** Outer page to inner one, with the ports of its realm. */
type InnerBoot = { readonly type: 'trame:inner-boot'; readonly runtime: string };

/** The inner frames fill it: what a lab shows of the page is what the page is. */
const FILL = 'html,body{margin:0;height:100%}iframe{display:block;width:100%;height:100%;border:0}';

/**
 * After the boot script, and for whatever frames the page adds: without it they could run that script too, whose text is
 * no secret, and have it bring in code that nothing watches.
 */
const NO_SECOND_BOOT = '<meta http-equiv="Content-Security-Policy" content="script-src blob:">';

/** Its text is in the hash of the policy, which an inner page inherits: only this script runs there. */
const ownText = document.currentScript?.textContent ?? '';

if (location.href === 'about:srcdoc') bootInner();
else bootOuter();

function bootOuter(): void {
  const style = document.createElement('style');
  style.textContent = FILL;
  document.head.append(style);
  serveLab((runtime) => (_id, ports, failed) => openInner(runtime, ports, failed));
}

/** A document of its own, with an opaque origin of its own: it can neither reach the outer page nor be left by its links. */
function openInner(
  runtime: string,
  ports: readonly MessagePort[],
  failed: (message: string) => void,
): Realm {
  const inner = document.createElement('iframe');
  inner.setAttribute('sandbox', 'allow-scripts allow-forms');
  inner.title = 'Page';
  inner.srcdoc = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title><script>${ownText}</script>${NO_SECOND_BOOT}</head><body></body></html>`;
  const onReady = ({ source, data }: MessageEvent<unknown>): void => {
    if (source === null || source !== inner.contentWindow || data !== FRAME_READY) return;
    removeEventListener('message', onReady);
    const boot: InnerBoot = { type: 'trame:inner-boot', runtime };
    inner.contentWindow.postMessage(boot, '*', [...ports]);
  };
  addEventListener('message', onReady);
  let loads = 0;
  inner.addEventListener('load', () => {
    loads += 1;
    // Whatever loads second is not the page that was given the ports.
    if (loads > 1) {
      inner.remove();
      failed(PAGE_LEFT);
    }
  });
  document.body.append(inner);
  return {
    terminate: () => {
      removeEventListener('message', onReady);
      inner.remove();
    },
  };
}

function bootInner(): void {
  addEventListener('message', function onBoot({ source, data, ports }: MessageEvent<InnerBoot>) {
    if (source !== parent || ports.length === 0) return;
    removeEventListener('message', onBoot);
    const script = document.createElement('script');
    script.src = URL.createObjectURL(new Blob([data.runtime], { type: 'text/javascript' }));
    script.onload = () => {
      script.remove();
      postMessage(WORKER_BOOT, '*', [...ports]);
    };
    document.head.append(script);
  });
  parent.postMessage(FRAME_READY, '*');
}
