// Grades step 1.5: from the subprotocols that a client offers to the one that is spoken, RFC 6455 §1.9 and §4.2.2.
import { check, defineStep } from '../../../src/grading/index.ts';
import {
  expectChoice,
  expectListsUnchanged,
  expectOneInCommon,
  FUNCTION,
  judgeChoices,
} from './expect-choice.ts';
import {
  crowdedOffers,
  disagreeingOffers,
  emptyOffers,
  offersWithNothingInCommon,
  orderedOffers,
  resemblingOffers,
  spacedOffers,
} from './offers.ts';

export const step = defineStep({
  exports: { 'poignee/sousprotocole.js': [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: 'L’ordre du client décide, pas celui du serveur',
      rfc: '§4.1',
      run: (context) =>
        judgeChoices(
          context,
          disagreeingOffers(context.random),
          expectChoice(
            'Parcourez l’offre dans l’ordre et arrêtez-vous au premier nom qui est dans « acceptes ».',
          ),
        ),
    }),
    check({
      id: 'C2',
      title: 'Sans nom commun, rien n’est choisi : null',
      rfc: '§4.2.2',
      run: (context) =>
        judgeChoices(
          context,
          offersWithNothingInCommon(context.random),
          expectChoice('Un nom proposé ne suffit pas : il doit aussi être dans « acceptes ».'),
        ),
    }),
    check({
      id: 'C3',
      title: 'Sans offre, rien n’est choisi : null',
      rfc: '§4.2.2',
      run: (context) =>
        judgeChoices(
          context,
          emptyOffers(context.random),
          expectChoice(
            'Un client qui ne propose rien ne veut rien : « offre » vaut alors undefined.',
          ),
        ),
    }),
    check({
      id: 'C4',
      title: 'Les espaces et tabulations autour des noms ne comptent pas',
      rfc: '§4.2.2',
      run: (context) =>
        judgeChoices(
          context,
          spacedOffers(context.random),
          expectChoice('Découpez à la virgule seule, puis enlevez les blancs de chaque nom.'),
        ),
    }),
    check({
      id: 'C5',
      title: 'Les noms sont comparés en entier, casse comprise',
      rfc: '§4.2.2',
      run: (context) =>
        judgeChoices(
          context,
          resemblingOffers(context.random),
          expectChoice('Comparez des noms entiers, pas des morceaux de texte.'),
        ),
    }),
    check({
      id: 'C6',
      title: 'Le résultat est un seul nom, commun aux deux listes',
      rfc: '§4.2.2',
      run: (context) => judgeChoices(context, crowdedOffers(context.random), expectOneInCommon),
    }),
    check({
      id: 'C7',
      title: 'La liste reçue n’est pas modifiée',
      rfc: null,
      run: (context) => expectListsUnchanged(context, orderedOffers(context.random)),
    }),
  ],
});
