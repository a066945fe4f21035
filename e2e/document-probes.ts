// What a document has besides, and could leave by: frames of its own, its history, its windows, its style, its links.
import type { Probe } from './isolation-probes.ts';

const frame = (source: string): Probe => ({ realm: 'frame', source });

/** What leads away does so in a later task. */
const leave = (source: string): Probe => frame(`${source} await new Promise(() => {});`);

/** A frame whose markup names the trap; nothing that we hold sees it succeed: the servers do. */
const nested = (properties: string): Probe => frame(`add('iframe', ${properties});`);
const html = (markup: string): string =>
  `URL.createObjectURL(new Blob([${markup}], { type: 'text/html' }))`;

/** Each names its trap, as `NETWORK_PROBES` does. */
export const DOCUMENT_NETWORK_PROBES: Readonly<Record<string, Probe>> = {
  base: frame(
    "document.head.append(Object.assign(document.createElement('base'), { href: url.slice(0, url.lastIndexOf('/') + 1) })); await until(add('img', { src: 'base' }), 'load', 'error');",
  ),
  'inner-html': frame("add('div').innerHTML = '<img src=' + url + '>';"),
  'inner-html-link': frame("add('div').innerHTML = '<link rel=stylesheet href=' + url + '>';"),
  'parsed-image': frame(
    "new DOMParser().parseFromString('<img src=' + url + '>', 'text/html'); add('div').append(document.importNode(new DOMParser().parseFromString('<img src=' + url + '>', 'text/html').body.firstChild, true));",
  ),
  'picture-source': frame(
    "const p = add('picture'); p.innerHTML = '<source srcset=' + url + '><img>';",
  ),
  'video-source': frame(
    "const v = add('video'); v.innerHTML = '<source src=' + url + '>'; v.load();",
  ),
  'style-attribute': frame("add('div').setAttribute('style', 'background: url(' + url + ')');"),
  'style-font': frame(
    "add('style', { textContent: '@font-face { font-family: x; src: url(' + url + ') } body { font-family: x }' }); add('p', { textContent: 'x' });",
  ),
  'style-content': frame(
    "add('style', { textContent: 'i::before { content: url(' + url + ') }' }); add('i');",
  ),
  'style-list': frame("add('li').style.listStyleImage = 'url(' + url + ')';"),
  'style-mask': frame("add('div').style.mask = 'url(' + url + ')';"),
  'style-image-set': frame("add('div').style.backgroundImage = 'image-set(\"' + url + '\" 1x)';"),
  'svg-use': frame("add('div').innerHTML = '<svg><use href=\"' + url + '#x\"/></svg>';"),
  'svg-filter-image': frame(
    "add('div').innerHTML = '<svg><filter id=f><feImage href=\"' + url + '\"/></filter><rect filter=url(#f) width=9 height=9 /></svg>';",
  ),
  'preload-font': frame("add('link', { rel: 'preload', as: 'font', href: url, crossOrigin: '' });"),
  'preload-fetch': frame(
    "add('link', { rel: 'preload', as: 'fetch', href: url, crossOrigin: '' });",
  ),
  'anchor-download': frame("add('a', { href: url, download: 'x' }).click();"),
  'nested-src': nested('{ src: url }'),
  'nested-elsewhere': nested('{ src: elsewhere }'),
  'nested-srcdoc-script': nested(
    "{ srcdoc: '<script>fetch(' + JSON.stringify(url) + ')</' + 'script>' }",
  ),
  'nested-srcdoc-style': nested("{ srcdoc: '<style>@import ' + JSON.stringify(url) + '</style>' }"),
  'nested-srcdoc-refresh': nested(
    "{ srcdoc: '<meta http-equiv=refresh content=\"0;url=' + url + '\">' }",
  ),
  'nested-form': frame(
    "add('iframe', { name: 'inner', srcdoc: '<p>x' }); add('form', { action: url, target: 'inner' }).submit();",
  ),
  'nested-srcdoc-frame': nested("{ srcdoc: '<iframe src=' + url + '></iframe>' }"),
  'nested-blob': nested(`{ src: ${html("'<img src=' + url + '>'")} }`),
  'nested-data': nested("{ src: 'data:text/html,<img src=' + url + '>' }"),
  'nested-anchor': frame(
    "add('iframe', { name: 'target' }); add('a', { href: url, target: 'target' }).click();",
  ),
  'nested-socket': frame("new (add('iframe').contentWindow.WebSocket)(ws);"),
  'nested-fetch': frame("await add('iframe').contentWindow.fetch(url);"),
  'nested-location': frame("add('iframe').contentWindow.location.href = url;"),
  'nested-rtc': frame("new (add('iframe').contentWindow.RTCPeerConnection)();"),
  'object-html': frame("add('object', { type: 'text/html', data: url });"),
  'link-preconnect': frame("add('link', { rel: 'preconnect', href: elsewhere });"),
  'print-style': frame(
    "add('style', { media: 'print', textContent: 'body { background: url(' + url + ') }' }); print();",
  ),
};

/** Each ends the document in which it runs, when it works: what throws nothing waits in silence. */
export const DOCUMENT_NAVIGATIONS: Readonly<Record<string, Probe>> = {
  'location-assign': leave('location.assign(url);'),
  'location-replace': leave('location.replace(url);'),
  'location-elsewhere': leave('location.href = elsewhere;'),
  'anchor-self': leave("add('a', { href: url }).click();"),
  'anchor-parent': leave("add('a', { href: url, target: '_parent' }).click();"),
  'form-self': leave("add('form', { action: url }).requestSubmit();"),
  'form-top': leave("add('form', { action: url, target: '_top' }).submit();"),
  'form-parent': leave("add('form', { action: url, target: '_parent' }).submit();"),
  'meta-refresh': leave(
    "document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=' + url }));",
  ),
  'top-location': leave('top.location.href = url;'),
  'top-location-replace': leave('top.location.replace(url);'),
  'frame-of-top': leave('top[0].location.href = url;'),
  'open-top': leave("window.open(url, '_top');"),
  'history-back': leave('history.back();'),
  'history-go': leave('history.go(-1);'),
  'history-then-back': leave("history.pushState(null, ''); history.go(-2);"),
  'navigation-back': leave('await navigation.back().finished;'),
  'navigation-navigate': leave('await navigation.navigate(url).finished;'),
  'top-close': leave('top.close();'),
  'document-write': leave(
    "document.write('<meta http-equiv=refresh content=\"0;url=' + url + '\">');",
  ),
};

/** What has no trap: it must throw, in the page of a student. */
export const DOCUMENT_LOCAL_PROBES: Readonly<Record<string, Probe>> = {
  'top.name': frame('top.name;'),
  'parent window': frame('parent.postMessage;'),
  opener: frame("if (!opener) throw new Error('none');"),
  'document of another frame': frame('top[0].document.title;'),
  'address of another frame': frame('top[0].location.href.length;'),
  'frame of a frame': frame("add('iframe').contentWindow.document.body;"),
  'content of a frame': frame(
    "if (add('iframe').contentDocument === null) throw new Error('null');",
  ),
  'content of a srcdoc frame': frame(
    "const f = add('iframe', { srcdoc: '<p>x' }); await until(f, 'load', 'error'); if (f.contentDocument === null) throw new Error('null');",
  ),
  'window.open': frame("if (!window.open('about:blank')) throw new Error('no window');"),
  confirm: frame("if (!confirm('x')) throw new Error('ignored');"),
  prompt: frame("if (prompt('x', 'y') === null) throw new Error('ignored');"),
  print: frame('print();'),
  'pointer lock': frame('await document.body.requestPointerLock();'),
  'keyboard lock': frame('await navigator.keyboard.lock();'),
  'wake lock': frame("await navigator.wakeLock.request('screen');"),
  'clipboard read': frame('await navigator.clipboard.readText();'),
  'copy command': frame("if (!document.execCommand('copy')) throw new Error('refused');"),
  share: frame("await navigator.share({ title: 'x' });"),
  'file picker': frame('await showOpenFilePicker();'),
  'picture in picture': frame("await add('video').requestPictureInPicture();"),
  'screen capture': frame('await navigator.mediaDevices.getDisplayMedia();'),
  microphone: frame('await navigator.mediaDevices.getUserMedia({ audio: true });'),
  midi: frame('await navigator.requestMIDIAccess();'),
  usb: frame('await navigator.usb.requestDevice({ filters: [] });'),
  bluetooth: frame('await navigator.bluetooth.requestDevice({ acceptAllDevices: true });'),
  'storage access': frame('await document.requestStorageAccess();'),
  credentials: frame("await navigator.credentials.get({ password: true, mediation: 'silent' });"),
  'service workers': frame('await navigator.serviceWorker.getRegistrations();'),
  'broadcast channel': frame("new BroadcastChannel('x').postMessage('x');"),
  'protocol handler': frame("navigator.registerProtocolHandler('web+x', 'https://x.test/%s');"),
  'script of a blob': frame(
    "globalThis.blobbed = false; await until(add('script', { src: blob('globalThis.blobbed = true') }), 'load', 'error'); if (!globalThis.blobbed) throw new Error('not run');",
  ),
  'module of a blob': frame(
    "globalThis.blobbedModule = false; await until(add('script', { type: 'module', src: blob('globalThis.blobbedModule = true') }), 'load', 'error'); if (!globalThis.blobbedModule) throw new Error('not run');",
  ),
  WebRTC: frame('new RTCPeerConnection();'),
  'RTC certificate': frame(
    "await RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' });",
  ),
};
