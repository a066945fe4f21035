// Grades step 5.4: reading a message that comes from anybody. Each failure says what an attacker would have gained.
import { check, type CheckContext, defineStep } from '../../../src/grading/index.ts';
import {
  brokenJson,
  type Case,
  deepJson,
  extraFields,
  inheritedTypes,
  lengths,
  noObject,
  prototypes,
  unknownTypes,
  validMessages,
  wrongFields,
} from './cases.ts';
import {
  expectMessages,
  expectNoPollution,
  FUNCTION,
  type Judging,
  MODULE,
} from './expect-message.ts';

const judges =
  (draw: (random: CheckContext['random']) => readonly Case[], judging: Judging) =>
  (context: CheckContext): Promise<void> =>
    expectMessages(context, draw(context.random), judging);

export const step = defineStep({
  packages: ['ws'],
  exports: { [MODULE]: [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: 'Les deux messages du protocole sont lus, sans les blancs du bord',
      rfc: null,
      run: judges(validMessages, { gain: 'valid' }),
    }),
    check({
      id: 'C2',
      title: 'Ce qui n’est pas du JSON est refusé, sans exception',
      rfc: '§10.7',
      run: judges(brokenJson, { gain: 'json' }),
    }),
    check({
      id: 'C3',
      title: 'Du JSON qui n’est pas un message est refusé',
      rfc: '§10.7',
      run: judges(noObject, { gain: 'shape' }),
    }),
    check({
      id: 'C4',
      title: 'Un type inconnu est refusé',
      rfc: '§10.7',
      run: judges(unknownTypes, { gain: 'type' }),
    }),
    check({
      id: 'C5',
      title: 'Un type qui porte le nom d’une méthode de tout objet est refusé',
      rfc: '§10.7',
      run: judges(inheritedTypes, { gain: 'inherited' }),
    }),
    check({
      id: 'C6',
      title: 'Un champ absent, ou qui n’est pas un texte, est refusé',
      rfc: '§10.7',
      run: judges(wrongFields, { gain: 'field' }),
    }),
    check({
      id: 'C7',
      title: 'Les longueurs se comptent en points de code, sans les blancs du bord',
      rfc: '§10.7',
      run: judges(lengths, { gain: 'length' }),
    }),
    check({
      id: 'C8',
      title: 'Le message rendu n’a que les champs du protocole',
      rfc: '§10.7',
      run: judges(extraFields, { gain: 'extra', isWhole: true }),
    }),
    check({
      id: 'C9',
      title: '« __proto__ » ne donne rien à personne',
      rfc: '§10.7',
      async run(context: CheckContext) {
        for (const each of prototypes(context.random)) {
          // One at a time: what it did to all objects is told before it does more.
          await expectMessages(context, [each], { gain: 'prototype', isWhole: true });
          await expectNoPollution(context, each.text);
        }
      },
    }),
    check({
      id: 'C10',
      title: 'Un JSON profond de 20 000 niveaux n’arrête rien',
      rfc: '§10.4',
      run: judges(deepJson, { gain: 'depth', isSurvival: true }),
    }),
  ],
});
