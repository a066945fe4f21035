// The cases of step 1.4, check by check: one defect in each request, and the statuses that the contract allows.
import type { Random } from '../../../src/grading/index.ts';
import type { Acceptance, Refusal } from './expect-decision.ts';
import {
  drawKeyWithBoth,
  drawPlainBase64,
  drawPlainKey,
  drawRequest,
  drawWord,
  rfcRequest,
} from './requests.ts';

const VALID_HINT =
  'Affichez ce que compare chacun de vos « if » pour cette demande : les noms d’« entetes » (une Map) sont en minuscules.';
const LIST_HINT =
  '« Connection » est une liste, dont la casse ne compte pas : découpez-la, ou réemployez « estDemandeWebSocket » de l’étape 1.2.';
const ALPHABET_HINT =
  'Le base64 standard emploie A–Z, a–z, 0–9, « + » et « / » ; la fin est « == ».';

/** The first request comes twice: what a function keeps from one call to the next shows. */
export function validRequests(random: Random): readonly Acceptance[] {
  const first = rfcRequest();
  const keys = ['AAAAAAAAAAAAAAAAAAAAAA==', '/////////////////////w==', drawKeyWithBoth(random)];
  return [
    { request: first, hint: VALID_HINT },
    { request: first, hint: VALID_HINT },
    { request: drawRequest(random), hint: VALID_HINT },
    ...['keep-alive, Upgrade', 'upgrade', 'Upgrade,keep-alive'].map((connection) => ({
      request: drawRequest(random, { headers: { connection } }),
      hint: LIST_HINT,
    })),
    {
      request: drawRequest(random, { headers: { upgrade: 'WebSocket' } }),
      hint: 'La casse de « Upgrade » ne compte pas : mettez sa valeur en minuscules avant de comparer.',
    },
    ...keys.map((key) => ({
      request: drawRequest(random, { headers: { 'sec-websocket-key': key } }),
      hint: ALPHABET_HINT,
    })),
  ];
}

function refusedKeys(
  random: Random,
  keys: readonly string[],
  defect: (key: string) => string,
  hint: string,
): readonly Refusal[] {
  return keys.map((key) => ({
    request: drawRequest(random, { headers: { 'sec-websocket-key': key } }),
    statuses: [400],
    defect: defect(key),
    hint,
  }));
}

export function keysTooShort(random: Random): readonly Refusal[] {
  return refusedKeys(
    random,
    // 3 bytes, 15, 13 (which ends with « == » as well), 10 (in 16 characters), any number from 1 to 12.
    ['YWJj', ...[15, 13, 10, random.integer(1, 12)].map((size) => drawPlainBase64(random, size))],
    (key) => `dont la clé est trop courte (${key}, ${key.length} caractères)`,
    'Sec-WebSocket-Key porte exactement 16 octets : 22 caractères, puis « == ».',
  );
}

/** 17 and 18 bytes also make 24 characters. */
export function keysTooLong(random: Random): readonly Refusal[] {
  const realOne = 'JCMCrKJENqcrTU9erFxGoiP5P8JhjeocERQs9vgR/Y4=';
  const sizes = [17, 18, 19, 31, random.integer(20, 30)];
  return refusedKeys(
    random,
    [realOne, ...sizes.map((size) => drawPlainBase64(random, size))],
    (key) => `dont la clé porte trop d’octets (${key}, ${key.length} caractères)`,
    'Sec-WebSocket-Key porte exactement 16 octets : 22 caractères, puis « == », et rien d’autre avant ni après.',
  );
}

/** What a class of characters lets in with the alphabet: by `\w`, by a range (`+-/`, `A-z`), by the end of a key. */
const SIGNS_LET_IN = ['-', '_', '.', ',', '=', '^'];

export function keysOfOtherCharacters(random: Random): readonly Refusal[] {
  const key = drawPlainKey(random);
  const place = random.integer(0, 20);
  return refusedKeys(
    random,
    [
      '!!!!!!!!!!!!!!!!!!!!!!==',
      ...SIGNS_LET_IN.map((sign) => key.slice(0, place) + sign + key.slice(place + 1)),
      drawKeyWithBoth(random).replaceAll('+', '-').replaceAll('/', '_'),
    ],
    (sent) =>
      /[-_]/.test(sent)
        ? `dont la clé est en base64url (${sent})`
        : `dont la clé n’est pas du base64 (${sent})`,
    ALPHABET_HINT,
  );
}

/** `Buffer.from(…, 'base64')` skips them, and still finds 16 bytes. Spaces, which `atob` skips, are left alone. */
export function keysWithAStrayCharacter(random: Random): readonly Refusal[] {
  const key = drawPlainKey(random);
  const place = random.integer(1, 21);
  const foreign = random.pick(Array.from('!#$%*.:?@~'));
  return refusedKeys(
    random,
    [
      'dGhl!IHNhbXBsZSBub25jZQ==',
      key.slice(0, place) + foreign + key.slice(place),
      foreign + key,
      key + foreign,
    ],
    (sent) => `dont la clé contient un caractère étranger au base64 (${sent})`,
    'Buffer.from(…) ignore ce qu’il ne connaît pas : vérifiez le texte de la clé, du premier au dernier caractère.',
  );
}

/** Numbers that only a comparison with 13 itself tells from 13; leading zeros are nobody's business. */
export function otherVersions(random: Random): readonly Refusal[] {
  const versions = [
    '8',
    '14',
    null,
    '130',
    '113',
    random.pick(['1', '3']),
    random.pick(['7', '12', '15', '25']),
  ];
  return versions.map((version) => ({
    request: drawRequest(random, { headers: { 'sec-websocket-version': version } }),
    statuses: [426, 400],
    defect: version === null ? 'sans Sec-WebSocket-Version' : `en version ${version}`,
    hint: "Comparez « entetes.get('sec-websocket-version') » à '13', et à rien d’autre.",
  }));
}

const PATH_HINT =
  'Le chemin est ce qui précède « ? » dans « cible » ; il est dans « chemins », ou il n’y est pas.';

export function servedPaths(random: Random): readonly Acceptance[] {
  const word = `/${drawWord(random)}`;
  const several = ['/chat', word, `${word}/salon`];
  const served: readonly (readonly [target: string, paths: readonly string[]])[] = [
    ['/chat?x=1', ['/chat']],
    ['/chat?', ['/chat']],
    [`/chat?suite=${word}?y`, ['/chat']],
    [word, several],
    [`${word}/salon?x=1`, several],
    ['/', ['/chat', '/']],
  ];
  return served.map(([target, paths]) => ({
    request: drawRequest(random, { target }),
    paths,
    hint: target.includes('?')
      ? 'Ce qui suit « ? » n’est pas dans le chemin : coupez « cible » à cet endroit.'
      : 'Cherchez le chemin dans toute la liste « chemins » de cet appel.',
  }));
}

export function otherPaths(random: Random): readonly Refusal[] {
  const word = `/${drawWord(random)}`;
  const other: readonly (readonly [target: string, paths: readonly string[]])[] = [
    ['/chatter', ['/chat']],
    ['/chat/', ['/chat']],
    [`/chat${word}`, ['/chat']],
    ['/Chat', ['/chat']],
    ['/cha', ['/chat']],
    [`${word}/chat`, ['/chat']],
    [`${word}?suite=/chat`, ['/chat']],
    ['/', ['/chat', word]],
    ['/chat', [word]],
    ['/v1x2', ['/v1.2']],
  ];
  return other.map(([target, paths]) => ({
    request: drawRequest(random, { target }),
    paths,
    statuses: [404],
    defect: `pour ${target}, qui n’est pas dans « chemins »`,
    hint: PATH_HINT,
  }));
}

/** A path, a version, a key, a method; then requests that ask for no WebSocket. */
export function oneRefusalOfEachKind(random: Random): readonly Refusal[] {
  const word = drawWord(random).toUpperCase();
  const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', word];
  const notAnUpgrade = {
    statuses: [400, 426],
    hint: 'Une demande WebSocket a « Upgrade: websocket » et « Connection: Upgrade » : sans les deux, c’est 400 ou 426.',
  };
  return [
    {
      request: drawRequest(random, { target: `/${drawWord(random)}` }),
      statuses: [404],
      defect: 'pour un chemin inconnu',
      hint: PATH_HINT,
    },
    {
      request: drawRequest(random, { headers: { 'sec-websocket-version': '8' } }),
      statuses: [426, 400],
      defect: 'en version 8',
      hint: 'Une version que vous ne parlez pas : 426, ou 400.',
    },
    {
      request: drawRequest(random, { headers: { 'sec-websocket-key': null } }),
      statuses: [400],
      defect: 'sans Sec-WebSocket-Key',
      hint: 'Sans clé, il n’y a rien à prouver : 400.',
    },
    ...methods.map((method) => ({
      request: drawRequest(random, { method }),
      statuses: [405, 400],
      defect: `avec la méthode ${method}`,
      hint: 'Seul GET ouvre un WebSocket. 405 dit « pas cette méthode », 400 convient aussi ; 426 parlerait d’autre chose.',
    })),
    {
      request: drawRequest(random, {
        headers: {
          upgrade: null,
          connection: 'keep-alive',
          'sec-websocket-key': null,
          'sec-websocket-version': null,
        },
      }),
      defect: 'qui ne parle pas de WebSocket (un GET ordinaire)',
      ...notAnUpgrade,
    },
    ...(
      [
        [{ upgrade: null }, 'sans Upgrade'],
        [{ upgrade: 'h2c' }, 'qui demande Upgrade: h2c'],
        [{ connection: null }, 'sans Connection'],
        [{ connection: 'keep-alive' }, 'dont Connection ne contient pas Upgrade'],
      ] as const
    ).map(([headers, defect]) => ({
      request: drawRequest(random, { headers }),
      defect,
      ...notAnUpgrade,
    })),
  ];
}
