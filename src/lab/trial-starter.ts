// The first text of « Essai libre »: it imports the step's code, and logs what the consigne's example gives, or
// what the step's own server answers.
import { parse, type ExpressionStatement, type Program } from 'acorn';
import type { Live, SourceFiles } from '../catalog/types.ts';
import { fr } from '../i18n/fr.ts';

export type TrialStep = {
  /** What the student writes. */
  readonly files: readonly string[];
  readonly solution: SourceFiles;
  /** The consigne, in Markdown. */
  readonly instructions: string;
  readonly live: Live | null;
};

export function trialStarter({ files, solution, instructions, live }: TrialStep): string {
  const [module] = files;
  // A step that has only questions exports nothing to try.
  if (module === undefined) return `// ${fr.trial.firstLine}\n`;
  if (live !== null && live.module === undefined) return serverTrial(module, live);
  const example = exampleOf(instructions);
  const names = files.flatMap((path) =>
    exportsOf(solution[path] ?? '').map((name) => ({ path, name })),
  );
  const used = names.filter(({ name }) => new RegExp(String.raw`\b${name}\b`).test(example));
  const imported = used.length > 0 ? used : names;
  const imports = files.flatMap((path) => {
    const own = imported.filter((each) => each.path === path).map(({ name }) => name);
    return own.length === 0 ? [] : [`import { ${own.join(', ')} } from '../${path}';`];
  });
  if (folderOf(module) === folderOf(live?.page ?? '')) return pageTrial(imports);
  const call =
    used.length > 0
      ? logCalls(example)
      : `console.log(${imported.map(({ name }) => name).join(', ')});`;
  return [`// ${fr.trial.firstLine}`, ...imports, '', call, ''].join('\n');
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** The step's own code in its document, on a connection that only prints; `on…` and listeners are both honest. */
function pageTrial(imports: readonly string[]): string {
  return `// ${fr.trial.firstLine}
// ${fr.trial.windows}
${imports.join('\n')}

const ws = new EventTarget();
ws.readyState = WebSocket.OPEN;
ws.send = (texte) => console.log('envoyé :', texte);
installer({ document, ws });

const data = JSON.stringify({ type: 'message', auteur: 'Ada', texte: '<b>Bonjour</b>' });
const recu = new MessageEvent('message', { data });
ws.onmessage?.(recu);
ws.dispatchEvent(recu);
console.log(document.getElementById('messages').innerHTML);
`;
}

/** A client that opens the student's server once: the program ends by itself when it has answered. */
function serverTrial(module: string, { export: name, options, path }: Live): string {
  return `// ${fr.trial.firstLine}
import { connect } from 'node:net';
import { ${name} } from '../${module}';

const demande = [
  'GET ${path} HTTP/1.1',
  'Host: localhost:8080',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version: 13',
  '',
  '',
].join('\\r\\n');

const serveur = await ${name}(${literal(options)});
serveur.listen(8080, () => {
  const client = connect(8080, 'localhost', () => client.write(demande));
  const attente = setTimeout(() => {
    console.log('${fr.trial.unanswered}');
    client.destroy();
    serveur.close();
  }, 1000);
  client.on('data', (octets) => {
    clearTimeout(attente);
    console.log(octets.toString());
    client.destroy();
    serveur.close();
  });
});
`;
}

/** JSON as a student would write it: `{ chemins: ['/chat'] }`. */
function literal(options: Live['options']): string {
  return JSON.stringify(options)
    .replaceAll('"', "'")
    .replace(/'(\w+)':/g, '$1: ')
    .replaceAll(',', ', ')
    .replace(/^\{(.*)\}$/, '{ $1 }');
}

/** The last block of JavaScript that the consigne announces as an example call; empty when there is none. */
function exampleOf(instructions: string): string {
  const announced = /exemple d’appel[\s\S]*?```js\n([\s\S]*?)```/i.exec(instructions);
  return announced?.[1]?.trimEnd() ?? '';
}

function exportsOf(source: string): readonly string[] {
  const declared = source.matchAll(/^export (?:async )?(?:function\*?|class|const|let) (\w+)/gm);
  return [...declared].map(([, name = '']) => name);
}

/** `f(x) // 3` → `console.log(await f(x)); // 3`: whether the student's function is async or not. */
function logCalls(example: string): string {
  let program: Program;
  try {
    program = parse(example, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch {
    return `/*\n${example}\n*/`;
  }
  const calls = program.body.filter(
    (node): node is ExpressionStatement =>
      node.type === 'ExpressionStatement' &&
      !example.slice(node.start).startsWith('console.') &&
      !takesCallback(node),
  );
  // From the last to the first, so that what is before keeps its place.
  return calls.reduceRight((text, { start, end, expression }) => {
    const called = example.slice(expression.start, expression.end);
    const awaited = called.startsWith('await ') ? called : `await ${called}`;
    return `${text.slice(0, start)}console.log(${awaited});${text.slice(end)}`;
  }, example);
}

/** A call that is given a function says by it what there is to say; what it returns is no answer. */
function takesCallback({ expression }: ExpressionStatement): boolean {
  return (
    expression.type === 'CallExpression' &&
    expression.arguments.some(({ type }) => type === 'ArrowFunctionExpression')
  );
}
