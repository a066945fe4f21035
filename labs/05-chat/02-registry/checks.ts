// Grades step 5.2: a registry of clients that forgets nobody and keeps nobody. Everything is synchronous.
import { check, type CheckContext, defineStep } from '../../../src/grading/index.ts';
import { expectRegistry, MODULE } from './expect-registry.ts';
import {
  departures,
  doubleAddition,
  doubleRemoval,
  randomOperations,
  removalsDuringVisit,
  unknownRemoval,
} from './plays.ts';

export const step = defineStep({
  packages: ['ws'],
  exports: { [MODULE]: [{ oneOf: ['creerRegistre', 'Registre'] }] },
  checks: [
    check({
      id: 'C1',
      title: 'Quand A puis B partent, C reçoit encore, et eux ne reçoivent plus',
      rfc: null,
      run: (context: CheckContext) =>
        expectRegistry(context, {
          plays: departures(context.random),
          hint: 'departure',
          counts: false,
        }),
    }),
    check({
      id: 'C2',
      title: 'Retirer deux fois le même client n’en retire qu’un',
      rfc: null,
      run: (context: CheckContext) =>
        expectRegistry(context, {
          plays: doubleRemoval(context.random),
          hint: 'twice',
          counts: true,
        }),
    }),
    check({
      id: 'C3',
      title: 'Retirer un inconnu ne change rien',
      rfc: null,
      run: (context: CheckContext) =>
        expectRegistry(context, {
          plays: unknownRemoval(context.random),
          hint: 'unknown',
          counts: true,
        }),
    }),
    check({
      id: 'C4',
      title:
        'Le même client ajouté deux fois compte une fois, deux clients de même nom comptent deux fois',
      rfc: null,
      run: (context: CheckContext) =>
        expectRegistry(context, {
          plays: doubleAddition(context.random),
          hint: 'addition',
          counts: true,
        }),
    }),
    check({
      id: 'C5',
      title: 'Un départ pendant pourChacun ne fait sauter personne',
      rfc: null,
      run: (context: CheckContext) =>
        expectRegistry(context, {
          plays: removalsDuringVisit(context.random),
          hint: 'during',
          counts: false,
        }),
    }),
    check({
      id: 'C6',
      title: 'Après mille opérations au hasard, deux registres disent encore chacun qui est là',
      rfc: null,
      run: (context: CheckContext) =>
        expectRegistry(context, {
          plays: randomOperations(context.random),
          hint: 'operations',
          counts: true,
        }),
    }),
  ],
});
