// Compares the request that came back with the one that the oracle reads in the same text.
import {
  type Evidence,
  expectHeaders,
  expectText,
  fail,
  headerList,
  kindOf,
  parseRequestHead,
  propertyOf,
  type Returned,
  showEvidence,
} from '../../../src/grading/index.ts';
import {
  PROTOTYPE_CHANGED,
  PROTOTYPE_HINT,
  recogniseName,
  recogniseProperty,
  recogniseValue,
} from './mistakes.ts';

/** Read by name on each result, wherever the student's code defines them. */
export const PROPERTIES = ['methode', 'cible', 'version', 'entetes'] as const;

const SHAPE = '{ methode, cible, version, entetes }';

export type RequestExpectation = {
  /** The head that was sent, perhaps with bytes after its empty line. */
  readonly text: string;
  /** The other heads of the same batch: what was kept from one call to the next shows. */
  readonly others: readonly string[];
  readonly hint: string;
};

export function expectRequest(returned: Returned, expectation: RequestExpectation): void {
  const { value, sent } = returned;
  const { text, others, hint } = expectation;
  const { method, target, version, fields } = parseRequestHead(text);
  expectShape(returned);
  const targets = others.map((other) => parseRequestHead(other).target);
  const rest = text.slice(text.indexOf('\r\n\r\n') + 4);
  const lines = { methode: method, cible: target, version } as const;
  for (const property of ['methode', 'cible', 'version'] as const) {
    expectProperty(
      { value: propertyOf(value, property), sent },
      property,
      lines[property],
      targets,
    );
  }
  const names = [...new Set(fields.map(([name]) => name.toLowerCase()))];
  expectOwnPrototype(returned, headerList(fields, '__proto__'));
  const elsewhere = others.flatMap((other) => parseRequestHead(other).fields);
  expectHeaders(
    { value: propertyOf(value, 'entetes'), sent },
    {
      expected: new Map(names.map((name) => [name, headerList(fields, name) ?? ''])),
      recogniseValue: (name, expected, actual) =>
        recogniseValue(expected, actual, {
          parts: valuesOf(fields, name),
          elsewhere: valuesOf(elsewhere, name),
          rest,
        }),
      recogniseName: (name) =>
        recogniseName(name, {
          method,
          lines: text.split('\r\n'),
          rest,
          elsewhere: elsewhere.map(([other]) => other.toLowerCase()),
        }),
      hint,
    },
  );
}

/** Passes on `null` only; `text` has no empty line. */
export function expectUnfinished({ value, sent }: Returned): void {
  if (value.type === 'null') return;
  const isRequest = value.type === 'object';
  fail({
    message: isRequest
      ? 'Votre fonction rend une requête alors que la ligne vide n’est pas encore arrivée.'
      : `Votre fonction rend ${kindOf(value)} ; le contrat demande null tant que la ligne vide n’est pas arrivée.`,
    sent,
    expected: 'null',
    actual: showEvidence(value),
    hint: 'Cherchez « \\r\\n\\r\\n » dans le texte, et rendez null s’il n’y est pas, avant tout découpage.',
  });
}

/** `sentValue`: what the head has under `__proto__`, if it has that name. */
function expectOwnPrototype({ value, sent }: Returned, sentValue: string | null): void {
  const headers = propertyOf(value, 'entetes');
  if (sentValue === null || headers.type !== 'array') return;
  // The list holds `Object.prototype`, which was read as the value already there.
  const holdsPrototype = headers.items.some(
    (item) => item.type === 'object' && item.entries.some(([name]) => name === '__defineGetter__'),
  );
  if (!holdsPrototype) return;
  fail({
    message: PROTOTYPE_CHANGED.message,
    sent,
    expected: `__proto__: ${sentValue}`,
    actual: PROTOTYPE_CHANGED.actual,
    hint: PROTOTYPE_HINT,
    isNamed: true,
  });
}

type Fields = ReturnType<typeof parseRequestHead>['fields'];

function valuesOf(fields: Fields, name: string): readonly string[] {
  return fields.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
}

function expectShape({ value, sent }: Returned): void {
  if (value.type === 'null') {
    fail({
      message: 'Votre fonction rend null alors que la ligne vide est là.',
      sent,
      expected: SHAPE,
      actual: 'null',
      hint: 'La ligne vide est « \\r\\n\\r\\n » ; des octets peuvent la suivre.',
    });
  }
  if (value.type !== 'object') {
    fail({
      message: `Votre fonction rend ${kindOf(value)} ; le contrat demande un objet.`,
      sent,
      expected: SHAPE,
      actual: showEvidence(value),
      hint:
        value.type === 'undefined'
          ? 'Vérifiez que la fonction se termine par « return ».'
          : 'Rendez un objet qui a ces quatre propriétés.',
    });
  }
  const missing = PROPERTIES.find((name) => propertyOf(value, name).type === 'undefined');
  if (missing === undefined) return;
  fail({
    message: `La propriété « ${missing} » manque dans votre résultat, ou vaut undefined.`,
    sent,
    expected: SHAPE,
    actual: namesOf(value),
    hint: 'Les quatre noms sont ceux du contrat, en français et sans accent.',
  });
}

function namesOf(value: Evidence & { readonly type: 'object' }): string {
  return value.entries.length === 0
    ? 'un objet sans propriété'
    : `{ ${value.entries.map(([name]) => name).join(', ')} }`;
}

function expectProperty(
  returned: Returned,
  property: 'methode' | 'cible' | 'version',
  expected: string,
  elsewhere: readonly string[],
): void {
  const { value, sent } = returned;
  if (value.type !== 'string') {
    fail({
      message: `La propriété « ${property} » est ${kindOf(value)}, au lieu d’une chaîne.`,
      sent,
      expected: `${property}: '${expected}'`,
      actual: `${property}: ${showEvidence(value)}`,
      hint: 'Gardez le texte tel qu’il est découpé dans la première ligne, sans le convertir.',
    });
  }
  expectText(returned, {
    expected,
    recognise: (actual) =>
      recogniseProperty(property, expected, actual, elsewhere) ?? {
        message: `La propriété « ${property} » n’est pas celle de la première ligne.`,
        hint: 'La première ligne a trois parties, séparées par une espace : méthode, cible, protocole.',
        isGeneral: true,
      },
  });
}
