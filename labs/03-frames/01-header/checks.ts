// Grades step 3.1: the first two bytes of a frame, field by field, RFC 6455 §5.2.
import { check, defineStep } from '../../../src/grading/index.ts';
import { expectAllPairs, expectHeader } from './expect-header.ts';
import { FUNCTION, MODULE } from './fields.ts';

export const step = defineStep({
  exports: { [MODULE]: [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: '81 05, un texte entier de 5 octets, est lu champ par champ',
      rfc: '§5.7',
      run: (context) => expectHeader(context, [0x81, 0x05]),
    }),
    check({
      id: 'C2',
      title: '01 03, un premier fragment, n’a pas FIN',
      rfc: '§5.7',
      run: (context) => expectHeader(context, [0x01, 0x03]),
    }),
    check({
      id: 'C3',
      title: '80 02, un dernier fragment, a FIN et l’opcode 0',
      rfc: '§5.7',
      run: (context) => expectHeader(context, [0x80, 0x02]),
    }),
    check({
      id: 'C4',
      title: '89 05, un Ping, a l’opcode 9',
      rfc: '§5.7',
      run: (context) => expectHeader(context, [0x89, 0x05]),
    }),
    check({
      id: 'C5',
      title: '8a 85, un Pong masqué, a MASK à part de la longueur',
      rfc: '§5.7',
      run: (context) => expectHeader(context, [0x8a, 0x85]),
    }),
    check({
      id: 'C6',
      title: '82 7e, un binaire à longueur étendue, rend 126 tel quel',
      rfc: '§5.7',
      run: (context) => expectHeader(context, [0x82, 0x7e]),
    }),
    check({
      id: 'C7',
      title: 'Les 65 536 couples d’octets possibles sont lus de même',
      rfc: '§5.2',
      run: expectAllPairs,
    }),
  ],
});
