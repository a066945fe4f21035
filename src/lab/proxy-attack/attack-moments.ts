// The moments of one played attack: which pane says what, and since when.
import * as v from 'valibot';
import { attackWords as words } from '../../i18n/proxy-attack.ts';

/** What the check of step 2.6 exhibits; every text is shown as it is. */
export const playedSchema = v.object({
  keys: v.array(v.string()),
  foretold: v.string(),
  payload: v.string(),
  drawn: v.string(),
  wire: v.string(),
  text: v.string(),
  request: v.nullable(v.string()),
  address: v.string(),
  received: v.string(),
  isPoisoned: v.boolean(),
});

export type Played = v.InferOutput<typeof playedSchema>;

export type Pane = keyof typeof words.panes;

type Line = { readonly name: string; readonly text: string; readonly isCode: boolean };

export type Moment = {
  readonly pane: Pane;
  readonly sentence: string;
  /** Added to the pane from this moment on. */
  readonly lines: readonly Line[];
};

const code = (name: string, text: string): Line => ({ name, text, isCode: true });
const plain = (name: string, text: string): Line => ({ name, text, isCode: false });

export function momentsOf(played: Played): readonly Moment[] {
  const { keys, foretold, drawn, request, address, received, isPoisoned } = played;
  const { moments } = words;
  return [
    { pane: 'page', sentence: moments.seen, lines: [code(words.keys, keys.join(', '))] },
    {
      pane: 'page',
      sentence: moments.foretold,
      lines: [code(words.foretold, foretold), code(words.payload, played.payload)],
    },
    {
      pane: 'browser',
      sentence: drawn === foretold ? moments.sent.right : moments.sent.wrong,
      lines: [code(words.drawn, drawn), code(words.wire, played.wire)],
    },
    {
      pane: 'proxy',
      sentence: isPoisoned ? moments.proxy.fooled : moments.proxy.unmoved,
      lines: [
        code(words.read, played.text),
        request === null ? plain(words.request, words.noRequest) : code(words.request, request),
        isPoisoned
          ? plain(words.cache, `${address} → ${received}`)
          : plain(words.cache, words.emptyCache),
      ],
    },
    {
      pane: 'user',
      sentence: isPoisoned ? moments.user.harmed : moments.user.safe,
      lines: [code(words.asks, address), plain(words.gets, received)],
    },
  ];
}
