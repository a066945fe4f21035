// How the scripts of the pages are cut into files: few enough for a classroom's network, nothing fetched that is not used.

/**
 * Rooms whose modules do nothing when they are imported. Unless the bundler knows it, whoever imports the public face of
 * a room gets the whole room: the page of a first step came with all that examines a chat's server.
 */
export const NOTHING_AT_IMPORT = /[\\/]src[\\/](?:grading|wire|mux|i18n)[\\/]/;

type ChunkGroup = { readonly name: string; readonly test: RegExp };

/** Modules of `src/<room>/`, by patterns of their names. */
const modulesOf = (room: string, ...names: readonly string[]): string =>
  String.raw`[\\/]src[\\/]${room}[\\/](?:${names.join('|')})\.ts$`;

const inFolder = (folder: string): string =>
  String.raw`[\\/]${folder.replaceAll('/', String.raw`[\\/]`)}[\\/]`;

const group = (name: string, ...patterns: readonly string[]): ChunkGroup => ({
  name,
  test: new RegExp(patterns.join('|')),
});

/**
 * Left alone, the bundler makes one file of each set of modules that the same pages share: dozens, of a few hundred bytes.
 * Those that come together anyway are one file here. A module belongs to the first group that wants it, and a group brings
 * what its modules import: what many rooms stand on comes first.
 */
export const CHUNK_GROUPS: readonly ChunkGroup[] = [
  // On nearly every page, each for a reason of its own.
  group('words', modulesOf('i18n', 'fr')),
  group('element', modulesOf('lab', 'element', 'fetched-once')),
  group('preload', String.raw`vite[\\/]preload-helper`),
  // What a browser keeps of its visitor, read through a schema; then the code, which only labs keep.
  group(
    'kept',
    inFolder('node_modules/valibot'),
    modulesOf('lab', 'safe-storage', 'step-progress'),
  ),
  group(
    'my-work',
    inFolder('node_modules/idb-keyval'),
    modulesOf('lab', 'work-storage', 'kept-file', 'student-files'),
    modulesOf('lab[\\\\/]my-work', 'work-file', 'kept-work', 'my-work'),
  ),
  // The oracle, by chapter: a step on the opening handshake reads no frames.
  group('octets', modulesOf('wire', '[\\w-]+'), modulesOf('grading', 'visible-text')),
  group('handshake', inFolder('node_modules/@noble/hashes'), inFolder('src/wire/handshake')),
  group('frames', inFolder('src/wire/frames'), inFolder('src/wire/messages')),
  // What holds a student's realm and says how it ended: for graded steps, trials and pages alike.
  group(
    'realm',
    inFolder('src/sandbox'),
    inFolder('src/mux'),
    inFolder('src/evidence'),
    modulesOf('grading', 'subject', 'check-failure', 'load-verdict', 'ending-verdict'),
  ),
  // What the checks of many steps compare and say; then what only those of a server need.
  group(
    'expectations',
    modulesOf(
      'grading',
      'check',
      'define-step',
      '(?:expect|read)-[\\w-]+',
      'show-evidence',
      'http-lines',
    ),
  ),
  group('connections', inFolder('src/grading/connections')),
  // What the page of a step shares with the parts that it fetches later.
  group(
    'lab',
    modulesOf('lab', 'lab-kit', 'verdict-view', 'console-view', 'earlier-files'),
    modulesOf('lab[\\\\/](?:project|chat-program)', 'lab-project', 'project-files', 'chat-program'),
    modulesOf('grading', 'report-questions', 'question-answers'),
    modulesOf('i18n', 'comparison', 'questions', 'project', 'chat-windows'),
  ),
];
