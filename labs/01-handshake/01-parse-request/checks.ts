// Grades step 1.1: from the text of an upgrade request to its parts, RFC 6455 §1.2 and §4.2.1.
import { check, type CheckContext, defineStep } from '../../../src/grading/index.ts';
import { expectRequest, expectUnfinished, PROPERTIES } from './expect-request.ts';
import { PROTOTYPE_HINT } from './mistakes.ts';
import {
  colonHeads,
  followedHeads,
  inheritedNameHeads,
  spelledHeads,
  mixedCaseValueHeads,
  repeatedHeads,
  requestLineHeads,
  shuffledHeads,
  spacedHeads,
  unfinishedHeads,
} from './sample-heads.ts';

const FUNCTION = 'lireRequete';

/** One batch, one realm: whatever is kept from one request to the next shows. */
async function expectRequests(
  { calls }: CheckContext,
  texts: readonly string[],
  hint: string,
): Promise<void> {
  const all = await calls(
    FUNCTION,
    texts.map((text) => [text]),
    PROPERTIES,
  );
  for (const [index, returned] of all.entries()) {
    const text = texts[index] ?? '';
    expectRequest(returned, { text, others: texts.filter((other) => other !== text), hint });
  }
}

export const step = defineStep({
  exports: { 'poignee/lire.js': [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: 'La requête de l’exemple de la RFC est lue en entier',
      rfc: '§1.2',
      run: (context) =>
        expectRequests(
          context,
          requestLineHeads(context.random),
          'Affichez vos lignes avec console.log : chacune, de la deuxième à la ligne vide, est un en-tête.',
        ),
    }),
    check({
      id: 'C2',
      title: 'L’ordre des en-têtes est sans effet',
      rfc: '§4.2.1',
      run: (context) =>
        expectRequests(
          context,
          shuffledHeads(context.random),
          'Rangez chaque en-tête d’après son nom, jamais d’après le numéro de sa ligne.',
        ),
    }),
    check({
      id: 'C3',
      title: 'Les noms d’en-tête reviennent en minuscules, quelle que soit leur casse',
      rfc: '§4.2.1',
      run: (context) =>
        expectRequests(
          context,
          spelledHeads(context.random),
          'Le client écrit « Host », « HOST » ou « hOsT » : passez chaque nom par « toLowerCase() ».',
        ),
    }),
    check({
      id: 'C4',
      title: 'Les espaces et tabulations autour des valeurs sont enlevées',
      rfc: '§4.2.1',
      run: (context) =>
        expectRequests(
          context,
          spacedHeads(context.random),
          'Après le « : », il y a une espace, plusieurs, une tabulation ou rien du tout ; la valeur elle-même peut être vide.',
        ),
    }),
    check({
      id: 'C5',
      title: 'Une valeur qui contient « : » reste entière',
      rfc: '§4.2.1',
      run: (context) =>
        expectRequests(
          context,
          colonHeads(context.random),
          'Seul le premier « : » de la ligne sépare le nom de la valeur.',
        ),
    }),
    check({
      id: 'C6',
      title: 'Un en-tête répété donne ses valeurs jointes par « , », dans l’ordre',
      rfc: '§11.3.4',
      run: (context) =>
        expectRequests(
          context,
          repeatedHeads(context.random),
          'Si le nom est déjà rangé, joignez l’ancienne valeur et la nouvelle par « , ».',
        ),
    }),
    check({
      id: 'C7',
      title: 'La ligne vide termine l’en-tête : avant elle, null ; après elle, plus rien n’est lu',
      rfc: null,
      async run(context) {
        const { calls, random } = context;
        const unfinished = unfinishedHeads(random).map((text) => [text]);
        for (const returned of await calls(FUNCTION, unfinished, PROPERTIES)) {
          expectUnfinished(returned);
        }
        await expectRequests(
          context,
          followedHeads(random),
          'L’en-tête finit au premier « \\r\\n\\r\\n » : ce qui suit ne vous regarde pas encore.',
        );
      },
    }),
    check({
      id: 'C8',
      title: 'La casse des valeurs est gardée',
      rfc: '§4.2.1',
      run: (context) =>
        expectRequests(
          context,
          mixedCaseValueHeads(context.random),
          'Mettez en minuscules le nom seul, jamais la ligne entière.',
        ),
    }),
    check({
      id: 'C9',
      title: 'Un en-tête nommé « __proto__ » ou « constructor » est un en-tête comme un autre',
      rfc: null,
      run: (context) => expectRequests(context, inheritedNameHeads(context.random), PROTOTYPE_HINT),
    }),
  ],
});
