// Grades step 2.6: the attack on a proxy that masking exists to prevent, then its repair, RFC 6455 §10.3.
import {
  check,
  defineStep,
  encodeFrame,
  encodeUtf8,
  expectBytes,
  fail,
  hexadecimal,
  readBytes,
} from '../../../src/grading/index.ts';
import { drawKey } from '../keys.ts';
import {
  drawRequest,
  expectNoPoisoning,
  expectPoisoning,
  expectUnforeseenKeys,
  keyOf,
} from './attack.ts';
import { FRAME } from './messages.ts';
import { expectPayloads, expectUnchanged } from './payload.ts';

/** Lengths around each form of the length, the RFC's shortest form being the only right one. */
const SIZES = [0, 1, 125, 126, 300, 65_535, 65_536];

export const step = defineStep({
  exports: {
    'masque/charge.js': ['chargePiegee'],
    'masque/navigateur.js': ['nouvelleCle', 'envoyer'],
  },
  freeze: ['Math.random', 'Date.now', 'performance.now'],
  checks: [
    check({
      id: 'C1',
      title: 'Masquée par le navigateur, la charge devient les octets voulus',
      rfc: '§10.3',
      async run(context) {
        const { random } = context;
        const line = encodeUtf8('GET / HTTP/1.1\r\n');
        await expectPayloads(context, [
          { key: Uint8Array.of(1, 2, 3, 4), bytes: line },
          { key: drawKey(random), bytes: line },
          { key: drawKey(random), bytes: random.bytes(random.integer(9, 30)) },
        ]);
        await expectUnchanged(context, 'chargePiegee', [
          { name: 'cle', bytes: drawKey(random) },
          { name: 'octetsVoulus', bytes: line },
        ]);
      },
    }),
    check({
      id: 'C2',
      title: 'L’attaque réussit : le proxy garde le faux script, et le sert à un autre',
      rfc: '§10.3',
      async run(context) {
        const { random } = context;
        await expectPoisoning(context, random, drawRequest(random), true);
        await expectPoisoning(context, random, drawRequest(random, 'GET', 150), false);
      },
    }),
    check({
      id: 'C3',
      title: 'Navigateur réparé : sur 200 attaques, aucune ne réussit',
      rfc: '§10.3',
      async run(context) {
        await expectNoPoisoning(context);
        await expectUnforeseenKeys(context);
      },
    }),
    check({
      id: 'C4',
      title: 'Les messages honnêtes arrivent toujours, quel que soit leur contenu',
      rfc: '§5.2',
      async run(context) {
        const { calls, random } = context;
        const payloads = [
          encodeUtf8('Bonjour'),
          ...SIZES.map((size) => random.bytes(size)),
          encodeUtf8(`GET /${random.integer(1, 9999)} HTTP/1.1\r\nHost: exemple\r\n\r\n`),
        ];
        const all = await calls(
          'envoyer',
          payloads.map((payload) => [payload]),
        );
        for (const [index, returned] of all.entries()) {
          const payload = payloads[index];
          if (payload === undefined) continue;
          const actual = readBytes(returned);
          const maskingKey = keyOf(actual);
          if (maskingKey === null) {
            const isUnmasked = actual.length > 1 && ((actual[1] ?? 0) & 0x80) === 0;
            fail({
              message: isUnmasked ? FRAME.unmasked : FRAME.unreadable,
              sent: returned.sent,
              expected: FRAME.expected,
              actual: actual.length === 0 ? '(rien)' : hexadecimal(actual, 24),
              hint: FRAME.hint,
            });
          }
          expectBytes(returned, {
            expected: encodeFrame({ opcode: 2, payload, maskingKey }),
            reading: 'frames',
            hint: FRAME.hint,
          });
        }
        await expectUnchanged(context, 'envoyer', [
          { name: 'charge', bytes: encodeUtf8('Bonjour') },
        ]);
      },
    }),
  ],
});
