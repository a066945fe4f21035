// A Markdown file with a YAML head: taken apart, and its YAML made into plain data.
import { parseDocument } from 'yaml';

import { REASONS } from './messages.ts';

export type FrontMatter =
  | { readonly status: 'read'; readonly data: unknown; readonly body: string }
  | { readonly status: 'broken'; readonly reason: string };

const HEAD = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** `data` is whatever the YAML says (parse it with a schema); `body` is trimmed Markdown with `\n` endings. */
export function readFrontMatter(text: string): FrontMatter {
  const head = HEAD.exec(text);
  if (head === null) return { status: 'broken', reason: REASONS.noFrontMatter };
  const document = parseDocument(head[1] ?? '', { prettyErrors: true });
  const error = document.errors[0];
  if (error !== undefined) {
    // The YAML starts on the second line of the file.
    const line = (error.linePos?.[0].line ?? 0) + 1;
    return { status: 'broken', reason: REASONS.yaml(line, firstLine(error.message)) };
  }
  const data: unknown = document.toJS();
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return { status: 'broken', reason: REASONS.frontMatterNotMap };
  }
  return { status: 'read', data, body: text.slice(head[0].length).replaceAll('\r\n', '\n').trim() };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
