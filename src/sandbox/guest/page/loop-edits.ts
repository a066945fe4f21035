// Where a guard is called in a student's file: at the start of every loop's turn and of every function.
import { parse, type Node } from 'acorn';
import type { Edit } from '../rewrite.ts';
import { positionAt } from '../module-source.ts';

/** `name` is what the rewritten code calls the guard: `$trame.guard`. */
export type LoopEdits =
  | { readonly status: 'read'; readonly edits: readonly Edit[] }
  | {
      readonly status: 'syntax';
      readonly message: string;
      readonly line: number;
      readonly column: number;
    };

const LOOPS: ReadonlySet<string> = new Set([
  'DoWhileStatement',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'WhileStatement',
]);
const FUNCTIONS: ReadonlySet<string> = new Set([
  'ArrowFunctionExpression',
  'FunctionDeclaration',
  'FunctionExpression',
]);

type Inner = Node & { readonly body?: unknown };

/** No line moves: each edit inserts on the line where it stands. */
export function loopEdits(text: string, name: string): LoopEdits {
  let program: Node;
  try {
    program = parse(text, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch (error) {
    return { status: 'syntax', ...faultOf(text, error) };
  }
  const edits: Edit[] = [];
  collect(program, `${name}()`, edits);
  return { status: 'read', edits };
}

/** Starts are pushed before what is inside, ends after it: where several stand at one place, their order is right. */
function collect(node: Node, call: string, edits: Edit[]): void {
  const { body } = node as Inner;
  const wrapping = isNode(body) ? wrappingOf(node, body, call) : null;
  if (wrapping !== null) edits.push(insertion(wrapping.start, wrapping.before));
  for (const value of Object.values(node)) {
    const children: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const child of children) if (isNode(child)) collect(child, call, edits);
  }
  if (wrapping?.after !== undefined) edits.push(insertion(wrapping.end, wrapping.after));
}

type Wrapping = {
  readonly start: number;
  readonly before: string;
  readonly end: number;
  readonly after?: string;
};

function wrappingOf(node: Node, body: Node, call: string): Wrapping | null {
  const { start, end } = body;
  if (!LOOPS.has(node.type) && !FUNCTIONS.has(node.type)) return null;
  if (body.type === 'BlockStatement') return { start: start + 1, before: `${call};`, end };
  if (LOOPS.has(node.type)) return { start, before: `{${call};`, end, after: '}' };
  // An arrow that gives an expression.
  return { start, before: `(${call},`, end, after: ')' };
}

function insertion(at: number, replacement: string): Edit {
  return { start: at, end: at, replacement };
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}

/** In V8's words, which the messages for students know; only acorn says where. */
function faultOf(text: string, error: unknown): { message: string; line: number; column: number } {
  const position = positionOf(error);
  const place = positionAt(text, Math.min(position, text.length));
  const said = error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, '') : '';
  if (said !== 'Unexpected token') return { message: said, ...place };
  const token = /^[\p{ID_Start}$_][\p{ID_Continue}$]*|^\S/u.exec(text.slice(position))?.[0];
  const message = token === undefined ? 'Unexpected end of input' : `Unexpected token '${token}'`;
  return { message, ...place };
}

function positionOf(error: unknown): number {
  const isPlaced = typeof error === 'object' && error !== null && 'pos' in error;
  return isPlaced && typeof error.pos === 'number' ? error.pos : 0;
}
