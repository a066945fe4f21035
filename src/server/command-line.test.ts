// How `npm start` reads its options, and what it says of wrong ones.
import { expect, test } from 'vitest';
import { parseCommandLine } from './command-line.ts';

test.each([
  ['nothing', [], {}, 4321, null],
  ['--port', ['--port', '8080'], {}, 8080, null],
  ['--port=', ['--port=0'], {}, 0, null],
  ['--host', ['--host', '127.0.0.1'], {}, 4321, '127.0.0.1'],
  ['an IPv6 --host', ['--host=::1'], {}, 4321, '::1'],
  ['the environment', [], { PORT: '5000', HOST: '0.0.0.0' }, 5000, '0.0.0.0'],
  ['empty variables', [], { PORT: '', HOST: '' }, 4321, null],
  ['both, the argument first', ['--port', '1'], { PORT: '2' }, 1, null],
])('%s', (_what, args, environment, port, host) => {
  expect(parseCommandLine(args, environment)).toEqual({ status: 'run', listen: { port, host } });
});

test.each([
  ['an unknown option', ['--prot', '80'], {}, '--prot'],
  ['a stray word', ['80'], {}, '80'],
  ['no value', ['--port'], {}, '--port'],
  ['a word as port', ['--port', 'http'], {}, 'http'],
  ['a port too large', ['--port', '65536'], {}, '65536'],
  ['a negative port', ['--port=-1'], {}, '-1'],
  ['a fraction', ['--port', '80.5'], {}, '80.5'],
  ['a wrong variable', [], { PORT: '0x50' }, '0x50'],
])('%s is wrong use, named in the sentence', (_what, args, environment, named) => {
  const result = parseCommandLine(args, environment);
  expect(result).toMatchObject({
    status: 'wrong',
    sentence: expect.stringContaining(named) as string,
  });
});

test('--help asks for the usage', () => {
  expect(parseCommandLine(['--port', '1', '--help'], {})).toEqual({ status: 'help' });
});
