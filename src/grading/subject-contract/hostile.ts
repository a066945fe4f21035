// What a Subject promises about values made to harm: a picture of each, and a realm that lives on.
import { bytesOf, listOf } from '../../evidence/normalise.ts';
import type { Subject } from '../subject.ts';
import { holds, MAIN, present, same, withLoaded, type ContractCase } from './harness.ts';

async function resultOf(subject: Subject) {
  const [outcome] = await subject.call(MAIN, 'f', [[]]);
  return present(outcome?.status === 'returned' ? outcome.value : null, 'a returned value');
}

/** It is the picture that is judged, not the speed: a busy machine has taken more than two seconds for 500 MB. */
const PATIENT = { deadline: 20_000 };

/** A case in which `f()` returns something hostile; the realm must answer again afterwards. */
function hostile(
  title: string,
  text: string,
  judge: (value: Awaited<ReturnType<typeof resultOf>>) => void,
): ContractCase {
  return {
    title,
    run: (createSubject) =>
      withLoaded(
        createSubject,
        text,
        async (subject) => {
          judge(await resultOf(subject));
          await resultOf(subject);
        },
        PATIENT,
      ),
  };
}

export const HOSTILE_CASES: readonly ContractCase[] = [
  hostile(
    'a proxy that throws in every trap is unreadable',
    `export const f = () => new Proxy({}, new Proxy({}, { get(_, trap) { if (trap === 'get') return (_t, k) => (k === 'then' ? undefined : 1); return () => { throw new Error('non'); }; } }));`,
    (value) => {
      same(value, { type: 'unreadable', reason: 'proxy' }, 'the picture');
    },
  ),
  hostile(
    'a throwing getter is unreadable, and the rest of the object is not',
    `export const f = () => ({ get a() { throw new Error('non'); }, b: 1 });`,
    (value) => {
      same(
        value.type === 'object' ? value.entries : value,
        [
          ['a', { type: 'unreadable', reason: 'getter' }],
          ['b', { type: 'number', value: 1 }],
        ],
        'the entries',
      );
    },
  ),
  hostile(
    'a buffer of 500 MB is cut, with its true length',
    `export const f = () => new Uint8Array(500_000_000);`,
    (value) => {
      same(value.type === 'bytes' ? value.length : value, 500_000_000, 'the length');
      holds(!bytesOf(value).ok, 'bytes that say they are incomplete');
    },
  ),
  hostile(
    'an endless generator is cut',
    `export function* f() { for (let n = 0; ; n++) yield n; }`,
    (value) => {
      const list = listOf(value);
      same(list.ok ? 'whole' : list.misreading.kind, 'truncated', 'the list');
    },
  ),
  hostile(
    'a cycle and a deep nest are cut',
    `export const f = () => { const a = { b: {} }; a.b.a = a; let d = {}; for (let i = 0; i < 1000; i++) d = { d }; return [a, d]; };`,
    (value) => {
      const text = JSON.stringify(value);
      holds(text.includes('"reason":"cycle"') && text.includes('"reason":"depth"'), 'both cuts');
    },
  ),
  hostile(
    'patched prototypes change no picture',
    `const names = [Symbol.iterator, ...'at concat every filter find forEach get has includes indexOf join keys map push set slice some splice values'.split(' ')];
     const prototypes = [Array.prototype, Map.prototype, Set.prototype, String.prototype];
     const lie = () => { throw new Error('piège'); };
     let patched = false;
     export function f() {
       const result = { bytes: Uint8Array.of(1, 2), map: new Map(), list: [3] };
       if (patched) return result;
       patched = true;
       for (let p = 0; p < prototypes.length; p++) {
         for (let n = 0; n < names.length; n++) if (names[n] in prototypes[p]) prototypes[p][names[n]] = lie;
       }
       Object.getPrototypeOf(Uint8Array.prototype).set = lie;
       Object.defineProperty(Object.prototype, 'type', { set: lie, configurable: true });
       Reflect.ownKeys = Reflect.get = Reflect.apply = Object.keys = lie;
       Promise.prototype.then = lie;
       return result;
     }`,
    (value) => {
      same(
        value.type === 'object' ? value.entries : value,
        [
          ['bytes', { type: 'bytes', kind: 'Uint8Array', bytes: Uint8Array.of(1, 2), length: 2 }],
          ['map', { type: 'map', kind: 'Map', entries: [] }],
          ['list', { type: 'array', items: [{ type: 'number', value: 3 }], length: 1 }],
        ],
        'the entries',
      );
    },
  ),
  hostile(
    'an own key named __proto__ is an entry like another',
    `export const f = () => { const o = Object.create(null); o['__proto__'] = 'x'; return o; };`,
    (value) => {
      same(
        value,
        {
          type: 'object',
          className: null,
          entries: [['__proto__', { type: 'string', value: 'x', length: 1 }]],
        },
        'the picture',
      );
    },
  ),
];
