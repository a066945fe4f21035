// Questions of each kind, for tests: a choice, bytes, and bytes that the seed decides.
import type { StepDefinition } from './define-step.ts';
import type { Question } from './question.ts';

export const BROWSER: Question = {
  id: 'navigateur',
  title: 'Ce que fait le navigateur',
  text: 'Le client offrait `inconnu`. Que fait le navigateur ?',
  rfc: 'WHATWG WebSockets §2.2',
  answer: {
    kind: 'choice',
    options: [
      {
        id: 'ouvre',
        label: 'Il **ouvre** la connexion',
        explanation: 'Il compare avec `inconnu`.',
      },
      { id: 'echoue', label: 'Il la fait échouer', explanation: 'Rien n’a été choisi.' },
      { id: 'ignore', label: 'Il n’y regarde pas', explanation: 'Il y regarde.' },
    ],
    right: 'echoue',
  },
};

/** 0x7f is 127; 6f is the mistake that has a name. */
export const BYTE: Question = {
  id: 'octet-5',
  title: 'Le cinquième octet',
  text: '`0x48 ^ 0x37`',
  rfc: '§5.3',
  answer: {
    kind: 'bytes',
    bytes: '7f',
    explanation: 'La clé reprend.',
    mistakes: [{ answer: '6f', explanation: 'La clé **reprend** à son début.' }],
  },
};

export const DRAWN: Question = {
  id: 'transfert',
  title: 'Un autre octet',
  text: '`{octet}` masqué par `{cle}` ?',
  rfc: null,
  answer: { kind: 'drawn' },
};

const hex = (value: number) => value.toString(16).padStart(2, '0');

export const DRAWS: StepDefinition['draws'] = {
  transfert: (random) => {
    const [octet, cle] = [random.integer(0, 255), random.integer(0, 255)];
    return {
      values: { octet: hex(octet), cle: hex(cle) },
      bytes: hex(octet ^ cle),
      explanation: 'Bit à bit.',
      mistakes: [{ answer: hex(octet | cle), explanation: 'C’est un OU.' }],
    };
  },
};
