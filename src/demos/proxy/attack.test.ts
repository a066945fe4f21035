// Who foretells the key writes on the wire; who cannot writes noise.
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../grading/random.ts';
import { decodeFrame, mask } from '../../wire/index.ts';
import { requestBytes } from '../../grading/naive-proxy.ts';
import { ADDRESS, Attack, COVETED, KEY_WAYS, type KeyWay } from './attack.ts';
import { attemptPanes, sentence } from './attempt-view.ts';
import { proxyForm } from './static.ts';

const attackOn = (way: KeyWay, seed = 1) => new Attack(way, createRandom(seed, 'demo-proxy'));

describe('an attempt', () => {
  test.each(['constant', 'counted'] as const)(
    'on a browser whose key is %s poisons the cache at once, and again [RFC 6455 §10.3]',
    (way) => {
      const attack = attackOn(way);
      for (const rank of [1, 2, 3]) {
        const attempt = attack.attempt();
        expect(attempt).toMatchObject({ rank, believed: ADDRESS, isPoisoned: true });
        expect(attempt.foretold).toEqual(attempt.key);
        expect(attempt.wire.subarray(-attempt.payload.length)).toEqual(requestBytes(COVETED));
      }
    },
  );

  test('on a browser that draws its keys at random never does', () => {
    const attack = attackOn('random');
    const attempts = Array.from({ length: 500 }, () => attack.attempt());
    expect(attempts.some(({ isPoisoned, believed }) => isPoisoned || believed !== null)).toBe(
      false,
    );
  });

  test.each(KEY_WAYS)('is a sound frame, whatever its key: %s', (way) => {
    const { wire, payload, foretold } = attackOn(way).attempt();
    expect(decodeFrame(wire)?.frame.payload).toEqual(payload);
    expect(mask(payload, foretold)).toEqual(requestBytes(COVETED));
  });

  test('uses only keys that were seen before it', () => {
    const attack = attackOn('counted');
    const first = attack.attempt();
    expect(first.seen).not.toContainEqual(first.key);
    expect(attack.attempt().seen.at(-1)).toEqual(first.key);
  });
});

describe('what is shown', () => {
  test('is the request in clear, and the trap, when the key was foretold', () => {
    const panes = String(attemptPanes(attackOn('counted').attempt()));
    expect(panes).toContain(String.raw`GET /jquery.js HTTP/1.1\r\nHost: cdn.exemple\r\n\r\n`);
    expect(panes).toContain('le faux script');
    expect(sentence(attackOn('counted').attempt())).toMatch(/n°\s1.*prévue/);
  });

  test('is noise, and the true script, when it was not', () => {
    const attempt = attackOn('random').attempt();
    expect(String(attemptPanes(attempt))).toMatch(/du bruit.*le vrai script/s);
    expect(String(attemptPanes(attempt))).not.toContain('HTTP/1.1');
    expect(sentence(attempt)).toContain('reste sain');
  });

  test('stands on paper, with one browser out of three that resists', () => {
    const form = proxyForm.html({});
    expect(form.match(/le faux script/g)).toHaveLength(2);
    expect(form.match(/le vrai script/g)).toHaveLength(1);
    expect(form).toBe(proxyForm.html({}));
  });
});
