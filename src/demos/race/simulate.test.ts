// The race counts what a network would: requests, bytes and delays, for settings whose outcome is known by hand.
import { describe, expect, test } from 'vitest';
import { HEADS } from './heads.ts';
import { POLLS, RATES, ROUND_TRIPS, USUAL } from './settings.ts';
import { simulate, WAYS } from './simulate.ts';
import { raceForm } from './static.ts';

const SEEDS = [1, 2, 3, 4, 5];

describe('simulate()', () => {
  test('counts one request for a stream, and one for each turn of polling', () => {
    const { costs, messages } = simulate(USUAL, 1);
    expect([
      messages,
      costs.polling.requests,
      costs.sse.requests,
      costs.webSocket.requests,
    ]).toEqual([6, 12, 1, 1]);
  });

  test('delivers a stream’s message after half a round trip, however late it is', () => {
    const { costs } = simulate({ ...USUAL, roundTrip: 400 }, 1);
    expect([costs.webSocket.mean, costs.webSocket.worst, costs.sse.worst]).toEqual([200, 200, 200]);
  });

  test('never delivers by polling sooner than by WebSocket, nor later than a turn and a round trip', () => {
    for (const seed of SEEDS) {
      const { costs } = simulate(USUAL, seed);
      expect(costs.polling.mean).toBeGreaterThanOrEqual(costs.webSocket.mean);
      expect(costs.polling.worst).toBeLessThanOrEqual(USUAL.pollEvery + USUAL.roundTrip);
    }
  });

  test('makes a message of a long poll wait for the next request, at the most', () => {
    const network = { roundTrip: 400, between: 1000, pollEvery: 5000 };
    for (const seed of SEEDS) {
      const { costs, messages } = simulate(network, seed);
      expect(costs.longPolling.worst).toBeLessThanOrEqual(1.5 * network.roundTrip);
      expect(costs.longPolling.requests).toBeLessThanOrEqual(messages + 1);
    }
  });

  test('asks again where a long poll has no news for half a minute', () => {
    const { costs } = simulate({ roundTrip: 20, between: 60_000, pollEvery: 30_000 }, 4);
    expect(costs.longPolling.requests).toBeGreaterThanOrEqual(2);
  });

  test('weighs a message of WebSocket by its payload and two bytes of header [RFC 6455 §5.2]', () => {
    const { costs, messages } = simulate(USUAL, 1);
    expect(costs.webSocket.bytes).toBe(HEADS.webSocket + messages * (40 + 2));
  });

  test('has finite figures for every setting', () => {
    for (const roundTrip of ROUND_TRIPS)
      for (const between of RATES)
        for (const pollEvery of POLLS) {
          const { costs } = simulate({ roundTrip, between, pollEvery }, 9);
          for (const way of WAYS) {
            expect(Object.values(costs[way]).every((figure) => figure > 0)).toBe(true);
          }
        }
  });
});

describe('the static form', () => {
  test('gives the minute of the question: twelve requests for six messages', () => {
    expect(raceForm.html({}).replaceAll(/\s+/g, ' ')).toMatch(/Scrutation<\/th> <td>12<\/td>/);
  });
});
