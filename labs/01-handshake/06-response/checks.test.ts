// The messages of step 1.6: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import { computeAcceptKey, type FailureDetail, gradeStep } from '../../../src/grading/index.ts';
import { functionSubjects } from '../../../src/grading/function-subject.fixture.ts';
import { step } from './checks.ts';
import type { Accepted } from './sample-answers.ts';

type Accept = (answer: Accepted) => unknown;
type Refuse = (status: number, headers: ReadonlyMap<string, string>) => unknown;
type Functions = { readonly reponse101?: Accept; readonly reponseRefus?: Refuse };

const lines101 = ({ cle, sousProtocole }: Accepted): string[] => [
  'HTTP/1.1 101 Switching Protocols',
  'Upgrade: websocket',
  'Connection: Upgrade',
  `Sec-WebSocket-Accept: ${computeAcceptKey(cle)}`,
  ...(sousProtocole === null ? [] : [`Sec-WebSocket-Protocol: ${sousProtocole}`]),
];
const linesOfRefusal = (status: number, headers: ReadonlyMap<string, string>): string[] => [
  `HTTP/1.1 ${status} Refus`,
  ...Array.from(headers, ([name, value]) => `${name}: ${value}`),
  'Content-Length: 0',
];
const join = (lines: readonly string[]) => [...lines, '', ''].join('\r\n');

const HONEST = {
  reponse101: (answer: Accepted): unknown => join(lines101(answer)),
  reponseRefus: (status: number, headers: ReadonlyMap<string, string>): unknown =>
    join(linesOfRefusal(status, headers)),
};

async function reportOn(functions: Functions, seed = 1) {
  const { createSubject } = functionSubjects({
    modules: () => ({ 'poignee/reponse.js': { ...HONEST, ...functions } }),
  });
  return gradeStep({ step: '1.6', definition: step, files: {}, createSubject, seed });
}

async function failureOf(id: string, functions: Functions): Promise<FailureDetail> {
  const verdict = (await reportOn(functions)).tests.find((each) => each.id === id);
  if (verdict?.status !== 'fail') throw new Error(`${id} is ${verdict?.status ?? 'missing'}`);
  return verdict;
}

/** The honest 101 with its text changed. */
const text101 = (change: (text: string, answer: Accepted) => unknown): Functions => ({
  reponse101: (answer) => change(join(lines101(answer)), answer),
});
const textOfRefusal = (change: (text: string) => string): Functions => ({
  reponseRefus: (status, headers) => change(join(linesOfRefusal(status, headers))),
});

const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('step 1.6', () => {
  test('accepts an honest answer without a remark', async () => {
    expect(await reportOn({})).toMatchObject({ status: 'pass', notes: [] });
  });

  test.each<[string, string, Functions]>([
    ['C1', 'statut 200 au lieu de 101', text101((text) => text.replace('101', '200'))],
    ['C1', 'annonce HTTP/1.0', text101((text) => text.replace('1.1', '1.0'))],
    ['C1', 'pas une ligne de statut', text101((text) => text.replace('HTTP/1.1 ', ''))],
    ['C1', 'les lignes séparées', { reponse101: (answer) => lines101(answer) }],
    ['C1', 'rend undefined', { reponse101: () => undefined }],
    ['C2', '« Connection » manque', text101((text) => text.replace('Connection: Upgrade\r\n', ''))],
    ['C2', 'Une espace sépare', text101((text) => text.replace('Upgrade:', 'Upgrade :'))],
    ['C2', 'vient après la ligne vide', text101((text) => text.replace('\r\n', '\r\n\r\n'))],
    [
      'C2',
      'est écrit 2 fois',
      text101((text) => text.replace('Upgrade:', 'Upgrade: websocket\r\nUpgrade:')),
    ],
    [
      'C2',
      'la clé telle quelle',
      text101((text, { cle }) => text.replace(computeAcceptKey(cle), cle)),
    ],
    [
      'C2',
      'Une promesse',
      text101((text, { cle }) => text.replace(computeAcceptKey(cle), '[object Promise]')),
    ],
    [
      'C2',
      'l’exemple de la RFC',
      text101((text, { cle }) =>
        text.replace(computeAcceptKey(cle), 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='),
      ),
    ],
    ['C3', 'finit par ␊ au lieu de ␍␊', text101((text) => text.replaceAll('\r', ''))],
    ['C3', 'commence par une ligne vide', text101((text) => `\r\n${text}`)],
    [
      'C3',
      'commence par des blancs',
      text101((text) => text.replaceAll('\r\n', '\r\n  ').replace(/ +$/, '')),
    ],
    ['C3', 'ligne vide qui termine l’en-tête manque', text101((text) => text.slice(0, -2))],
    ['C4', '2 octets suivent', text101((text) => `${text}\r\n`)],
    ['C4', 'Un octet suit', text101((text) => Buffer.from(`${text}\0`))],
    [
      'C5',
      'écrit « null »',
      {
        reponse101: (answer) =>
          join([
            ...lines101({ ...answer, sousProtocole: null }),
            `Sec-WebSocket-Protocol: ${answer.sousProtocole}`,
          ]),
      },
    ],
    [
      'C5',
      '« Sec-WebSocket-Protocol » manque',
      { reponse101: ({ cle }) => join(lines101({ cle, sousProtocole: null })) },
    ],
    [
      'C5',
      'une liste de sous-protocoles',
      text101((text) => text.replace('Protocol: ', 'Protocol: autre, ')),
    ],
    ['C6', 'finit par ␊ au lieu de ␍␊', textOfRefusal((text) => text.replaceAll('\r', ''))],
    ['C6', 'statut 101 au lieu de 400', textOfRefusal((text) => text.replace(/\d{3}/, '101'))],
    [
      'C6',
      'Rien ne dit au client où finit',
      textOfRefusal((text) => text.replace('Content-Length: 0\r\n', '')),
    ],
    [
      'C6',
      'Une ligne vide vient trop tôt',
      {
        reponseRefus: (status, headers) => {
          const given = Array.from(headers, ([name, value]) => `${name}: ${value}`).join('\r\n');
          return `HTTP/1.1 ${status} Refus\r\n${given}\r\nContent-Length: 0\r\n\r\n`;
        },
      },
    ],
    ['C6', 'annonce 5 octets', textOfRefusal((text) => text.replace('Length: 0', 'Length: 5'))],
    ['C6', '5 octets suivent', textOfRefusal((text) => `${text}Refus`)],
    [
      'C6',
      'porte Sec-WebSocket-Accept',
      textOfRefusal((text) => text.replace('Content', 'Sec-WebSocket-Accept: \r\nContent')),
    ],
    [
      'C6',
      'sec-websocket-version » manque',
      { reponseRefus: (status) => join(linesOfRefusal(status, new Map())) },
    ],
    ['C7', 'ne voit pas la fin', text101((text) => text.slice(0, -2))],
    [
      'C7',
      'n’a demandé aucune extension',
      text101((text) =>
        text.replace('Upgrade:', 'Sec-WebSocket-Extensions: permessage-deflate\r\nUpgrade:'),
      ),
    ],
    [
      'C7',
      'l’un de ceux qu’il a proposés',
      text101((text) => text.replace('Protocol: ', 'Protocol: autre, ')),
    ],
    ['C7', 'n’en choisit aucun', text101((text) => text.replace('-Protocol', '-Protocols'))],
    ['C7', 'Nom: valeur', text101((text) => text.replace('Upgrade:', 'Bonjour\r\nUpgrade:'))],
    ['C7', 'le statut n’est pas 101', text101((text) => text.replace('101', '200'))],
    [
      'C7',
      'Sec-WebSocket-Accept n’est pas',
      text101((text) => text.replace('Accept: ', 'Accept: x')),
    ],
  ])('%s says: %s', async (id, words, functions) => {
    const failure = await failureOf(id, functions);
    expect(plain(failure.message)).toContain(words);
    expect(failure.sent).toMatch(/^reponse(?:101\(\{ cle: '|Refus\(\d{3}, new Map)/);
    expect(failure.expected).not.toBeNull();
    expect(failure.actual).not.toBeNull();
    expect(failure.hint).not.toBeNull();
  });

  test('C3 shows the line and its byte', async () => {
    const failure = await failureOf(
      'C3',
      text101((text) => text.replace('socket\r', 'socket')),
    );
    expect(failure).toMatchObject({
      expected: 'Upgrade: websocket␍␊',
      actual: 'Upgrade: websocket␊',
      where: 'ligne 2, octet 34',
    });
  });

  test('remarks on a reason phrase that is not one, without failing', async () => {
    const report = await reportOn(textOfRefusal((text) => text.replace('Refus', 'undefined')));
    expect(report.status).toBe('pass');
    expect(report.notes.map(plain)).toEqual([expect.stringContaining('« undefined »')]);
  });

  test('draws other keys and names under another seed', async () => {
    const seenUnder = async (seed: number) => {
      const seen = new Set<string>();
      await reportOn(
        {
          reponse101: (answer) => {
            seen.add(answer.cle);
            return HONEST.reponse101(answer);
          },
        },
        seed,
      );
      return seen;
    };
    const [one, other] = [await seenUnder(1), await seenUnder(2)];
    // The key of the RFC.
    expect([...one].filter((key) => other.has(key))).toHaveLength(1);
  });
});
