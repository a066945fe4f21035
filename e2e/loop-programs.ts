// Students' pages that never give the thread back, or ask for it again and again, by the way they do it.

/** Only our guard can stop these where the page shares the lab's thread: each must be stopped in time. */
export const ENDLESS: Readonly<Record<string, string>> = {
  'while (true), caught': 'for (;;) { try { while (true); } catch {} finally { continue; } }',
  'for (;;) without a block': 'for (;;);',
  'an endless generator': 'function* all() { for (;;) yield 1; } for (const one of all()) one;',
  'promises that call each other':
    'const again = () => Promise.resolve().then(again); again(); await new Promise(() => {});',
  'an async loop': 'for (;;) await null;',
  'a getter that reads itself':
    'const o = { get n() { try { return o.n; } catch { return this.n; } } }; o.n;',
  'try and finally in a recursion': 'const f = () => { try { f(); } finally { f(); } }; f();',
  'try and catch in a recursion': 'const f = () => { try { f(); } catch { f(); } }; f();',
  'events in a loop':
    "addEventListener('x', () => {}); for (;;) { try { dispatchEvent(new Event('x')); } catch {} }",
  'a mutation observer':
    "new MutationObserver(() => { document.body.append('x'); }).observe(document.body, { childList: true }); document.body.append('x'); await new Promise(() => {});",
  'a document that grows': "for (;;) document.body.append(document.createElement('p'));",
  'a listener, long after the load':
    "document.body.addEventListener('click', () => { for (;;); }); setTimeout(() => { document.body.click(); }, 20);",
  'the next picture': 'requestAnimationFrame(() => { for (;;); });',
  'a native function’s callback': '[2, 1].sort(() => { for (;;); });',
};

/** These give the thread back each time: the page may go on, and so must the lab. */
export const STORMS: Readonly<Record<string, string>> = {
  timers: 'setInterval(() => {}, 0); for (let i = 0; i < 5_000; i += 1) setInterval(() => {}, 1);',
  'timers without end': 'const more = () => { setTimeout(more, 0); setTimeout(more, 0); }; more();',
  pictures:
    'const draw = () => { requestAnimationFrame(draw); requestAnimationFrame(draw); }; draw();',
  'messages to itself':
    "const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { port2.postMessage(''); port2.postMessage(''); if (Math.random() < 0.5) port2.postMessage(''); }; port2.postMessage('');",
};
