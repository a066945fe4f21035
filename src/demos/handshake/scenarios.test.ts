// The lives that the diagram tells: their frames decode, their clock adds up, and the drawing says what the list says.
import { describe, expect, test } from 'vitest';
import { decodeFrame, opcodeName, parseHex } from '../../wire/index.ts';
import { arrivals, SCENARIOS, type Passage } from './scenarios.ts';
import { NARROW, sequenceDiagram, WIDE } from './sequence-diagram.ts';
import { handshakeForm } from './static.ts';

const frames = Object.values(SCENARIOS)
  .flat()
  .filter((passage): passage is Passage & { bytes: string } => passage.bytes !== null);

describe('the frames of the scenarios', () => {
  test.each(frames.map((passage) => [passage.name, passage] as const))(
    '%s decodes, masked when the client sends it and only then [RFC 6455 §5.1]',
    (name, { bytes, from }) => {
      const decoded = decodeFrame(parseHex(bytes));
      if (decoded === null) throw new Error('incomplete');
      const { frame } = decoded;
      expect(frame.maskingKey !== null).toBe(from === 'client');
      const kind = /ping/i.test(name) ? 'ping' : name.startsWith('close') ? 'close' : name;
      if (['ping', 'pong', 'close'].includes(kind)) expect(opcodeName(frame.opcode)).toBe(kind);
      else expect(opcodeName(frame.opcode)).toBe('text');
    },
  );

  test('a Pong carries what the Ping carried [RFC 6455 §5.5.3]', () => {
    const payloads = frames
      .filter(({ name }) => name === 'ping' || name === 'pong')
      .map(({ bytes }) => decodeFrame(parseHex(bytes))?.frame.payload);
    expect(payloads).toHaveLength(2);
    expect(payloads[0]).toEqual(payloads[1]);
  });
});

describe('arrivals()', () => {
  test('the first message can leave after two round trips: TCP’s, then the opening handshake’s', () => {
    expect(arrivals(SCENARIOS.life, 100).slice(0, 3)).toEqual([200, 300, 400]);
  });
});

describe('sequenceDiagram()', () => {
  test('draws only what has passed, and tells it to those who do not see it', () => {
    const drawing = String(sequenceDiagram(SCENARIOS.life, 3, 20, WIDE));
    expect(drawing.match(/<g\s/g)).toHaveLength(3);
    expect(drawing).toMatch(/<desc[^>]*>[^<]*101 Switching Protocols/);
    expect(drawing).not.toContain('Ping');
  });

  test('has no times beside a narrow drawing, and marks what is lost', () => {
    const drawing = String(sequenceDiagram(SCENARIOS.sleep, 8, 20, NARROW));
    expect(drawing).not.toContain('sequence-time');
    expect(drawing.match(/is-lost/g)).toHaveLength(2);
  });
});

describe('the static form', () => {
  test('tells the whole life as a drawing and as a table', () => {
    const form = handshakeForm.html({});
    expect(form.match(/<tr>/g)).toHaveLength(SCENARIOS.life.length);
    expect(form.match(/<g\s/g)).toHaveLength(SCENARIOS.life.length);
  });
});
