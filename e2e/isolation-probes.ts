// Every way out of the sandbox that we could think of, as JavaScript text to run inside it.

/** The realms in which an API exists. */
export type ProbeRealm = 'worker' | 'frame' | 'both';

export type Probe = {
  readonly realm: ProbeRealm;
  /**
   * Body of an async function with `url` and `ws` (the trap's addresses), `elsewhere` (another origin's trap), `udp`
   * (a port), `until(target, good, bad)`, which waits for one of two events, `blob(text)`, and in a frame `add(tag, properties)`.
   * It returns normally when the way seems open, and throws when it is shut.
   */
  readonly source: string;
};

const both = (source: string): Probe => ({ realm: 'both', source });
const worker = (source: string): Probe => ({ realm: 'worker', source });
const frame = (source: string): Probe => ({ realm: 'frame', source });

/** Each names its trap: what it reaches is counted as `/hit/<name>`. */
export const NETWORK_PROBES: Readonly<Record<string, Probe>> = {
  fetch: both('await fetch(url);'),
  'fetch-no-cors': both("await fetch(url, { mode: 'no-cors' });"),
  'fetch-keepalive': both("await fetch(url, { method: 'POST', body: 'x', keepalive: true });"),
  'fetch-later': both('fetchLater(url, { activateAfter: 0 });'),
  xhr: both(
    "const x = new XMLHttpRequest(); x.open('GET', url); x.send(); await until(x, 'load', 'error');",
  ),
  'xhr-sync': both("const x = new XMLHttpRequest(); x.open('GET', url, false); x.send();"),
  websocket: both("await until(new WebSocket(ws), 'open', 'error');"),
  'websocket-stream': both('await new WebSocketStream(ws).opened;'),
  'event-source': both("await until(new EventSource(url), 'open', 'error');"),
  'web-transport': both("await new WebTransport(url.replace('http:', 'https:')).ready;"),
  beacon: both("if (!navigator.sendBeacon(url, 'x')) throw new Error('refused');"),
  import: both('await import(url);'),
  'import-in-blob': both("await import(blob('import ' + JSON.stringify(url)));"),
  'import-json': both("await import(url, { with: { type: 'json' } });"),
  'import-scripts': worker('importScripts(url);'),
  'worker-http': both("await until(new Worker(url), 'message', 'error');"),
  'shared-worker': both("await until(new SharedWorker(url), 'message', 'error');"),
  'nested-worker-fetch': both(
    "await until(new Worker(blob('fetch(' + JSON.stringify(url) + ').then(() => postMessage(1), (e) => { setTimeout(() => { throw e; }); })')), 'message', 'error');",
  ),
  'nested-worker-import': both(
    "await until(new Worker(blob('importScripts(' + JSON.stringify(url) + '); postMessage(1);')), 'message', 'error');",
  ),
  'font-face': both("await new FontFace('x', 'url(' + url + ')').load();"),
  'cache-add': both("await (await caches.open('x')).add(url);"),
  'service-worker': both('await navigator.serviceWorker.register(url);'),
  'payment-manifest': frame(
    "await new PaymentRequest([{ supportedMethods: url }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).canMakePayment();",
  ),
  // The frame's realm does have it, and no policy shuts it (Chromium 156 knows no `webrtc` directive): one more
  // reason why student code runs in workers only.
  udp: worker(
    "const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:' + udp }] }); c.createDataChannel('x'); await c.setLocalDescription(await c.createOffer()); await new Promise((resolve) => { c.onicegatheringstatechange = () => { if (c.iceGatheringState === 'complete') resolve(); }; });",
  ),
  image: frame("const i = new Image(); i.src = url; await until(i, 'load', 'error');"),
  'image-set': frame("await until(add('img', { srcset: url + ' 1x' }), 'load', 'error');"),
  'input-image': frame("await until(add('input', { type: 'image', src: url }), 'load', 'error');"),
  'svg-image': frame(
    "const s = document.createElementNS('http://www.w3.org/2000/svg', 'image'); s.setAttribute('href', url); add('div').innerHTML = '<svg></svg>'; document.querySelector('svg').append(s); await until(s, 'load', 'error');",
  ),
  video: frame("await until(add('video', { src: url }), 'loadeddata', 'error');"),
  'video-poster': frame("add('video', { poster: url });"),
  audio: frame("await until(add('audio', { src: url }), 'loadeddata', 'error');"),
  'text-track': frame(
    "const v = add('video'); const t = document.createElement('track'); t.src = url; t.track.mode = 'showing'; v.append(t); await until(t, 'load', 'error');",
  ),
  object: frame("await until(add('object', { data: url }), 'load', 'error');"),
  embed: frame("add('embed', { src: url });"),
  iframe: frame("add('iframe', { src: url });"),
  'iframe-srcdoc': frame("add('iframe', { srcdoc: '<img src=' + url + '>' });"),
  script: frame("await until(add('script', { src: url }), 'load', 'error');"),
  'script-module': frame(
    "await until(add('script', { src: url, type: 'module' }), 'load', 'error');",
  ),
  'import-map': frame(
    "add('script', { type: 'importmap', textContent: JSON.stringify({ imports: { x: url } }) }); await import('x');",
  ),
  css: frame("await until(add('link', { rel: 'stylesheet', href: url }), 'load', 'error');"),
  'css-import': frame("add('style', { textContent: '@import ' + JSON.stringify(url) });"),
  'css-background': frame("add('div').style.backgroundImage = 'url(' + url + ')';"),
  'css-constructed': frame(
    "const s = new CSSStyleSheet(); s.replaceSync('body { background: url(' + url + ') }'); document.adoptedStyleSheets = [s]; document.body.offsetTop;",
  ),
  'css-cursor': frame("document.documentElement.style.cursor = 'url(' + url + '), auto';"),
  prefetch: frame("await until(add('link', { rel: 'prefetch', href: url }), 'load', 'error');"),
  preload: frame(
    "await until(add('link', { rel: 'preload', as: 'script', href: url }), 'load', 'error');",
  ),
  'preload-image': frame(
    "await until(add('link', { rel: 'preload', as: 'image', href: url }), 'load', 'error');",
  ),
  'module-preload': frame(
    "await until(add('link', { rel: 'modulepreload', href: url }), 'load', 'error');",
  ),
  prerender: frame("add('link', { rel: 'prerender', href: url });"),
  icon: frame("add('link', { rel: 'icon', href: url });"),
  manifest: frame("add('link', { rel: 'manifest', href: url });"),
  'speculation-rules': frame(
    "add('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] }) });",
  ),
  'form-post': frame("add('form', { action: url, method: 'post' }).submit();"),
  'form-get-popup': frame("add('form', { action: url, target: '_blank' }).submit();"),
  popup: frame("if (!open(url)) throw new Error('no window');"),
  'anchor-popup': frame("add('a', { href: url, target: '_blank' }).click();"),
  'anchor-ping': frame("add('a', { href: '#', ping: url }).click();"),
  'anchor-download-elsewhere': frame("add('a', { href: elsewhere, download: 'x' }).click();"),
  'anchor-top': frame("add('a', { href: url, target: '_top' }).click();"),
  'top-navigation': frame('top.location.href = url;'),
  'parent-navigation': frame('parent.location.replace(url);'),
  'self-navigation-elsewhere': frame('location.href = elsewhere;'),
  'meta-refresh-elsewhere': frame(
    "document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=' + elsewhere }));",
  ),
  'audio-worklet': frame('await new AudioContext().audioWorklet.addModule(url);'),
  'paint-worklet': frame('await CSS.paintWorklet.addModule(url);'),
  xslt: frame(
    'const p = new XSLTProcessor(); p.importStylesheet(new DOMParser().parseFromString(\'<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:import href="\' + url + \'"/></xsl:stylesheet>\', "text/xml"));',
  ),
};

/** What has no trap: it must throw. */
export const LOCAL_PROBES: Readonly<Record<string, Probe>> = {
  eval: both("(0, eval)('1');"),
  'new Function': both("new Function('return 1')();"),
  'AsyncFunction constructor': both("await (async () => {}).constructor('return 1')();"),
  'string timer': both(
    "globalThis.ran = false; setTimeout('globalThis.ran = true', 0); await pause(); if (!globalThis.ran) throw new Error('not run');",
  ),
  'data: import': both("await import('data:text/javascript,export default 1');"),
  WebAssembly: both('await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));'),
  'fetch of a blob': both("await fetch(blob('x'));"),
  indexedDB: both("await until(indexedDB.open('x'), 'success', 'error');"),
  caches: both("await caches.open('x');"),
  'cookie store': both("if (await cookieStore.get('secret') === null) throw new Error('none');"),
  'origin private file system': both('await navigator.storage.getDirectory();'),
  'file system of old': worker('webkitRequestFileSystemSync(0, 1024);'),
  locks: both("await navigator.locks.request('x', () => 1);"),
  'shared memory': both('new SharedArrayBuffer(8);'),
  document: worker('document.title;'),
  parent: worker('parent.document;'),
  'parent.document': frame('parent.document.title;'),
  'top.document': frame('top.document.title;'),
  'parent.harness': frame('parent.harness.sandbox;'),
  'parent.location': frame('parent.location.href.length;'),
  frameElement: frame("if (frameElement === null) throw new Error('null');"),
  localStorage: frame("localStorage.getItem('secret');"),
  sessionStorage: frame("sessionStorage.getItem('secret');"),
  'document.cookie': frame('document.cookie;'),
  'document.domain': frame("document.domain = 'localhost';"),
  'inline script': frame(
    "add('script', { textContent: 'globalThis.inline = true' }); if (!globalThis.inline) throw new Error('not run');",
  ),
  'inline handler': frame(
    "const d = add('div'); d.setAttribute('onclick', 'globalThis.clicked = true'); d.click(); if (!globalThis.clicked) throw new Error('not run');",
  ),
  'javascript: address': frame(
    "add('iframe', { src: 'javascript:parent.reached = true' }); await pause(); if (!globalThis.reached) throw new Error('not run');",
  ),
  alert: frame("if (alert('x') === undefined) throw new Error('ignored');"),
  camera: frame('await navigator.mediaDevices.getUserMedia({ video: true });'),
  geolocation: frame(
    'await new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject));',
  ),
  clipboard: frame("await navigator.clipboard.writeText('x');"),
  notification: frame(
    "if (await Notification.requestPermission() !== 'granted') throw new Error('denied');",
  ),
  fullscreen: frame('await document.documentElement.requestFullscreen();'),
};

/** The names of the probes that make sense in `realm`. */
export function probesOf(
  probes: Readonly<Record<string, Probe>>,
  realm: 'worker' | 'frame',
): readonly string[] {
  return Object.keys(probes).filter((name) => [realm, 'both'].includes(probes[name]?.realm ?? ''));
}

export type ProbeAddresses = {
  readonly origin: string;
  /** Another origin, which traps too. */
  readonly elsewhere: string;
  /** Port of the UDP trap. */
  readonly udp: number;
};

/**
 * An expression that runs the named probes, of `all`, one after another and gives `{ [name]: 'open' | 'shut: …' }`.
 * `atOnce`: all together, for realms in which they do not disturb each other: silence then costs its time once.
 * `silence`: the milliseconds after which a probe without an answer is given up.
 */
export function probeProgram(
  names: readonly string[],
  { origin, elsewhere, udp }: ProbeAddresses,
  all: Readonly<Record<string, Probe>> = { ...NETWORK_PROBES, ...LOCAL_PROBES },
  { atOnce = false, silence = 400 } = {},
): string {
  const tests = names.map((name) => {
    const path = encodeURIComponent(name);
    const addresses = [
      `const url = ${JSON.stringify(`${origin}/hit/${path}`)};`,
      `const ws = ${JSON.stringify(`${origin.replace('http', 'ws')}/hit/${path}`)};`,
      `const udp = ${udp};`,
      `const elsewhere = ${JSON.stringify(`${elsewhere}/hit/${path}`)};`,
    ].join(' ');
    return `[${JSON.stringify(name)}, async () => { ${addresses} ${all[name]?.source ?? ''} }]`;
  });
  return `(async () => {
    // A nested worker that fails tells its parents, up to the page.
    addEventListener('error', (event) => event.preventDefault());
    addEventListener('unhandledrejection', (event) => event.preventDefault());
    const later = globalThis.setTimeout;
    const pause = () => new Promise((resolve) => later(resolve, 50));
    const blob = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const add = (tag, properties = {}) => {
      const element = Object.assign(document.createElement(tag), properties);
      (document.body ?? document.documentElement).append(element);
      return element;
    };
    const until = (target, good, bad) => new Promise((resolve, reject) => {
      target.addEventListener(good, () => resolve());
      target.addEventListener(bad, () => reject(new Error(bad + ' event')));
    });
    const results = {};
    const run = async ([name, probe]) => {
      const late = new Promise((_, reject) => later(() => reject(new Error('silence')), ${silence}));
      try {
        await Promise.race([probe(), late]);
        results[name] = 'open';
      } catch (error) {
        results[name] = 'shut: ' + String(error).slice(0, 60);
      }
    };
    const tests = [${tests.join(',\n')}];
    if (${String(atOnce)}) await Promise.all(tests.map(run));
    else for (const test of tests) await run(test);
    return results;
  })()`;
}
