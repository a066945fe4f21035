// Which of the browser tests run in Firefox too: by default those in which engines differ, so that they take half a minute.

/** Titles of lab.spec.ts and lab-keeping.spec.ts: a student's way through a step. */
const LAB = [
  'wrong, then a message',
  'the console shows',
  'an endless loop ends',
  'a syntax error names its line',
  'the keyboard alone',
  'a reload keeps every key stroke',
  'two tabs of one student',
  'a denied storage',
];

/** Titles of sandbox-failures.spec.ts: one of each kind of misbehaviour. */
const FAILURES = [
  'infinite loop at top level',
  'infinite loop in microtasks',
  'infinite loop in a handler',
  'tells a deep recursion',
  'takes the memory of a killed worker back',
  'process.exit',
  'bounds a flood of console',
];

/** Cases of the contract in which a page of Firefox is another thing than a worker of Firefox. */
const PAGE_CONTRACT = [
  'load\\(\\) gives',
  'call\\(\\) gives what was thrown',
  'patched prototypes',
  'an endless loop',
  'endless recursion',
  'an exception in a timer',
  'an unhandled rejection',
];

/** Each is matched with the names of project, file and test, with a space between them. */
const SELECTED = [
  'engines/firefox',
  'subject-contract(?!.*the page Subject)',
  `subject-contract.*the page Subject: (?:${PAGE_CONTRACT.join('|')})`,
  'sandbox-page-',
  'sandbox-loading',
  'sandbox-isolation(?!.*meta-only)',
  'sandbox-frame.* works where the context is not secure',
  'engines/firefox-live',
  // A name other than the loopback’s is mapped by a flag of Chromium.
  'course-search(?!.*not the loopback)',
  'live.spec.* (?:`ws` and bare TCP|a browser’s own WebSocket gets its 101|a visitor that closes)',
  'home.* home says what the course is',
  'deck.* code lights its lines',
  `lab(?:-keeping)?.spec.* (?:${LAB.join('|')})`,
  `sandbox-failures.* (?:${FAILURES.join('|')})`,
];

/** What Firefox ESR’s BiDi cannot be asked for (media features, printing, no scripts), or is about Chromium alone. */
const IMPOSSIBLE = [
  'with reduced motion',
  'without JavaScript',
  'on paper',
  ', dark$',
  'whose process dies of memory',
  // Firefox runs the frame on the lab’s own thread: nothing of the lab could stop it (decision 0009).
  'costs a Chromium its frame',
  'while a hung page is being removed',
  // Firefox computes digests on several threads, and says of none when it has done.
  'time waits for what another thread computes',
  // The driver hears of each rejection: it is the driver that drowns. `firefox.spec.ts` does it without one.
  'a flood of errors',
];

/** `TRAME_FIREFOX_TESTS=all` runs every test that Firefox can be asked to run; it takes some minutes. */
export const FIREFOX_TESTS = {
  testIgnore: 'engines/webkit.spec.ts',
  grep: process.env.TRAME_FIREFOX_TESTS === 'all' ? /./ : new RegExp(SELECTED.join('|')),
  grepInvert: new RegExp(IMPOSSIBLE.join('|')),
};
