// DESIGN's import table as rules: a line of code lives in one room, and data flows one way.
// `src/build/import-table.test.ts` proves that a forbidden import is caught.

/**
 * What each room may import besides itself, and why the line is drawn there.
 * A room is a folder; a pattern is a regular expression on the path from the project's root.
 */
const ROOMS = [
  {
    room: '^src/wire/',
    may: ['^node_modules/@noble/hashes'],
    why: 'The codec is the oracle of every grader: it must run anywhere and depend on nothing that could change it.',
  },
  {
    room: '^src/mux/',
    may: [],
    why: 'Two carriers, two realms: the multiplexer may know neither of them.',
  },
  {
    room: '^src/live/',
    may: ['^src/wire/index\\.ts$', '^src/mux/index\\.ts$', '^node_modules/valibot/'],
    why: 'What a tab and the server must agree on: it runs in a page, in a worker and in Node.',
  },
  {
    room: '^src/evidence/',
    may: [],
    why: 'It runs beside hostile code: what it does not import cannot be patched under it.',
  },
  {
    room: '^src/realm/',
    may: ['^src/evidence/'],
    why: 'The agent runs in the student’s realm, in a worker and in a child process alike.',
  },
  {
    room: '^src/browser-websocket/',
    may: ['^src/wire/', '^src/mux/'],
    why: 'The standard’s WebSocket is the wire over a byte stream, nothing more.',
  },
  {
    room: '^src/grading/',
    may: [
      '^src/wire/',
      '^src/mux/',
      '^src/evidence/',
      '^src/realm/',
      '^node_modules/(diff|valibot)/',
    ],
    why: 'The grader must run in a page, on the command line and in class: no sandbox, no node:, no page.',
  },
  {
    room: '^src/sandbox/(?!guest/|frame/build)',
    may: ['^src/mux/', '^src/evidence/', '^src/realm/', '^src/grading/', '^src/sandbox/guest/'],
    why: 'The page side gives a Subject; it does not know labs, catalog or pages.',
  },
  {
    room: '^src/sandbox/guest/',
    may: [
      '^src/mux/',
      '^src/evidence/',
      '^src/realm/',
      '^src/browser-websocket/',
      '^node_modules/',
    ],
    why: 'Never the grader: the verdict is computed outside the realm in which the student’s code runs.',
  },
  {
    room: '^labs/',
    may: ['^src/grading/index\\.ts$'],
    why: 'A check sees the grader’s public face only, so that the same file grades in the page and on disk.',
  },
  {
    room: '^src/catalog/',
    may: ['^src/deck/', '^src/grading/', '^labs/', '^node_modules/'],
    why: 'The catalog reads content and validates it; it renders nothing.',
  },
  {
    room: '^src/deck/',
    may: ['^src/i18n/', '^node_modules/'],
    why: 'The dialect must parse any slides.json, with or without labs.',
  },
  {
    room: '^src/(lab|demos)/',
    may: [
      '^src/(sandbox|grading|wire|classroom|evidence|mux|live|i18n|catalog/types|lab|demos)',
      '^labs/.*/checks\\.ts$',
      // A demo brings its style with its script.
      '^src/styles/demos/',
      '^node_modules/',
    ],
    why: 'Interface code: it may use every engine, and no engine may use it.',
  },
  {
    room: '^src/quiz/',
    may: ['^src/i18n/', '^src/lab/(safe-storage|element)\\.ts$', '^node_modules/'],
    why: 'Retrieval questions need no grader: their answers are in the page, and what is kept is the reader’s.',
  },
  {
    room: '^src/course/',
    may: ['^src/(deck|catalog|i18n)/', '^src/lab/safe-storage\\.ts$', '^node_modules/'],
    why: 'The pages to read alone are made of slides and lead to labs: no sandbox, no grader.',
  },
  {
    room: '^src/cli/(?!page-grading/)',
    may: [
      '^src/(grading|catalog|evidence|realm|browser-websocket|mux)/',
      '^labs/.*/checks\\.ts$',
      '^src/cli/page-grading/',
      '^node_modules/',
    ],
    why: 'The command line grades without a built site: no page, no sandbox.',
  },
  {
    room: '^src/cli/page-grading/',
    may: [
      '^src/(cli|grading|catalog|evidence)/',
      '^src/sandbox/(index|(frame|guest)/build)\\.ts$',
      '^e2e/chromium\\.ts$',
      '^node_modules/',
    ],
    why: 'What runs in a page is graded in the sandbox, in a Chromium that the command line drives.',
  },
  {
    room: '^src/server/',
    may: [
      '^src/(classroom|mux|wire|live|grading|build|cli/require-node)',
      '^labs/.*/checks\\.ts$',
      '^astro\\.config',
      '^node_modules/',
    ],
    why: 'The server runs no student code and renders no page.',
  },
];

const forbidden = ROOMS.map(({ room, may, why }) => ({
  name: `room ${room}`,
  comment: why,
  severity: 'error',
  from: { path: room, pathNot: '\\.test\\.ts$' },
  to: {
    pathNot: [room, ...may],
    // Node's own modules have their rule below.
    dependencyTypesNot: ['core'],
  },
}));

export default {
  forbidden: [
    ...forbidden,
    {
      name: 'no node: in portable rooms',
      comment: 'These rooms also run in a browser: a node: import would break the page at load.',
      severity: 'error',
      from: {
        path: '^(src/(wire|mux|live|evidence|realm|browser-websocket|grading|lab|demos|sandbox/(?!guest/build|frame/build)|classroom)/|labs/)',
        pathNot: [
          '\\.(test|fixture)\\.ts$',
          '^labs/.*/(starter|solution|right|wrong|project)/',
          '^src/sandbox/(guest|frame)/build',
        ],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'a static form is pure',
      comment:
        'It runs at build, for slides that are read without a script: nothing of a page may be reached from it.',
      severity: 'error',
      from: { path: '^src/demos/(static-forms|[^/]+/static)\\.ts$' },
      to: {
        path: '^(src/(lab|sandbox)/|src/demos/(kit/|[^/]+\\.ts$))|\\.css$',
        pathNot: [
          '^src/demos/(static-forms|kit/(html|static-form))\\.ts$',
          // What a frame says, in words, and the types it is said from.
          '^src/lab/inspector/(entry|frame-(collector|reading|title)|kept-bytes|message-rules|wire-event)\\.ts$',
        ],
        reachable: true,
      },
    },
    {
      name: 'a page takes the loader and the static forms',
      comment: 'Whatever else of a demo a page imported would be in its first load.',
      severity: 'error',
      from: { path: '^src/(layouts|pages|components)/' },
      to: {
        path: '^src/demos/',
        pathNot: [
          '^src/demos/(load-demos|static-forms|try-button)\\.ts$',
          '^src/demos/[^/]+/static\\.ts$',
          // Escaping, pure: the support tables are written with it at build.
          '^src/demos/kit/html\\.ts$',
        ],
      },
    },
    {
      name: 'nobody imports the server',
      comment: 'The server is an entry: whatever two rooms share belongs to a room of its own.',
      severity: 'error',
      from: { pathNot: '^(src/server/|src/build/|e2e/|bench/)|\\.test\\.ts$' },
      to: { path: '^src/server/' },
    },
    {
      name: 'no source imports a test',
      comment:
        'What a test needs from another test is a fixture or a contract suite, in a file of its own.',
      severity: 'error',
      from: { pathNot: '\\.(test|spec)\\.ts$' },
      to: { path: '\\.(test|spec)\\.ts$' },
    },
    {
      name: 'no cycles',
      comment: 'Two files that import each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing unresolvable',
      comment: 'An import that cannot be resolved is a broken page that nobody has opened yet.',
      severity: 'error',
      from: { pathNot: '\\.astro$' },
      to: { couldNotResolve: true, pathNot: '^(astro:|virtual:)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^labs/.*/(starter|solution|right|wrong|project)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
