// Who supports what, read at build from MDN's compatibility data and the web-features of Baseline: no version is written by hand.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import * as v from 'valibot';

/** Since which version; `flag` asks for an option, `partial` has gaps. `no` is said by the data, `unknown` is its silence. */
export type Support =
  | { readonly status: 'yes' | 'flag' | 'partial'; readonly since: string }
  | { readonly status: 'no' | 'unknown' };

/** `widely` and `newly` since `low`, a date as `2015-07-29`; `limited` is not everywhere; `none` is no standard. */
export type Baseline =
  | { readonly status: 'widely' | 'newly'; readonly low: string }
  | { readonly status: 'limited' | 'none' };

export type SupportRow = {
  /** MDN's key: `api.WebSocket.binaryType`. */
  readonly key: string;
  readonly baseline: Baseline;
  /** In the order of the table's engines. */
  readonly support: readonly Support[];
};

export type SupportTable = {
  readonly engines: readonly string[];
  readonly rows: readonly SupportRow[];
  readonly versions: { readonly mdn: string; readonly mdnDate: string; readonly baseline: string };
};

/** MDN's names of engines and keys; at most seven rows, a slide holds no more. */
export const SUPPORT_TABLES = {
  navigateurs: {
    engines: ['chrome', 'edge', 'firefox', 'safari'],
    keys: [
      'api.WebSocket.protocol_rfc_6455',
      'api.WebSocket.binaryType',
      'api.CloseEvent',
      'api.WebSocket.worker_support',
      'api.EventSource',
      'api.WebTransport',
      'api.WebSocketStream',
    ],
  },
  serveurs: {
    engines: ['nodejs', 'deno', 'bun'],
    keys: [
      'api.WebSocket',
      'api.WebSocket.binaryType',
      'api.CloseEvent',
      'api.EventSource',
      'api.WebTransport',
      'api.WebSocketStream',
    ],
  },
} as const;
export type SupportTableName = keyof typeof SUPPORT_TABLES;

const statementSchema = v.object({
  version_added: v.union([v.string(), v.literal(false), v.null()]),
  version_removed: v.optional(v.union([v.string(), v.literal(false), v.null()])),
  flags: v.optional(v.array(v.unknown()), []),
  partial_implementation: v.optional(v.boolean(), false),
  prefix: v.optional(v.string()),
  alternative_name: v.optional(v.string()),
});
type Statement = v.InferOutput<typeof statementSchema>;

const compatSchema = v.object({
  support: v.record(
    v.string(),
    v.union([
      v.pipe(
        statementSchema,
        v.transform((only) => [only]),
      ),
      v.array(statementSchema),
    ]),
  ),
  status: v.optional(v.object({ standard_track: v.boolean() })),
  tags: v.optional(v.array(v.string()), []),
});

const statusSchema = v.object({
  baseline: v.optional(v.union([v.picklist(['high', 'low']), v.literal(false)]), false),
  baseline_low_date: v.optional(v.string()),
});
const featureSchema = v.object({
  status: v.object({
    ...statusSchema.entries,
    by_compat_key: v.optional(v.record(v.string(), statusSchema), {}),
  }),
});

/**
 * One of the two tables, from the packages installed.
 * @throws Error where MDN no longer has a key under that name, or one of its values is none that we know
 */
export function readSupport(name: SupportTableName): SupportTable {
  const { engines, keys } = SUPPORT_TABLES[name];
  const { mdn, features, versions } = readData();
  return {
    engines,
    versions,
    rows: keys.map((key) => {
      const compat = v.safeParse(compatSchema, at(mdn, [...key.split('.'), '__compat']));
      if (!compat.success) {
        throw new Error(`@mdn/browser-compat-data ${versions.mdn} has no readable « ${key} »`);
      }
      const { support, status, tags } = compat.output;
      return {
        key,
        support: engines.map((engine) => supportOf(support[engine])),
        baseline:
          status?.standard_track === false ? { status: 'none' } : baselineOf(features, key, tags),
      };
    }),
  };
}

/** The best that the engine offers under the feature's own name. */
export function supportOf(statements: readonly Statement[] | undefined): Support {
  if (statements === undefined) return { status: 'unknown' };
  const current = statements.filter(
    (statement) =>
      typeof statement.version_added === 'string' &&
      typeof statement.version_removed !== 'string' &&
      statement.prefix === undefined &&
      statement.alternative_name === undefined,
  );
  const whole = current.find((one) => one.flags.length === 0 && !one.partial_implementation);
  const best = whole ?? current.find(({ flags }) => flags.length === 0) ?? current[0];
  if (best === undefined) {
    return { status: statements.some((one) => one.version_added === null) ? 'unknown' : 'no' };
  }
  const status = best === whole ? 'yes' : best.flags.length > 0 ? 'flag' : 'partial';
  return { status, since: shortVersion(String(best.version_added)) };
}

/** `22.0.0` is 22 to a reader, and `1.4` stays. */
const shortVersion = (version: string): string => version.replace(/(?:\.0)+$/, '');

function baselineOf(features: unknown, key: string, tags: readonly string[]): Baseline {
  const tag = tags.find((name) => name.startsWith('web-features:'));
  const feature = v.safeParse(featureSchema, at(features, [tag?.split(':')[1] ?? '']));
  if (!feature.success) return { status: 'limited' };
  const { by_compat_key: byKey, ...whole } = feature.output.status;
  const { baseline, baseline_low_date: low } = byKey[key] ?? whole;
  if (baseline === false || low === undefined) return { status: 'limited' };
  // « ≤2018-10-02 » where only a bound is known.
  return { status: baseline === 'high' ? 'widely' : 'newly', low: low.replace('≤', '') };
}

function at(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (node, name) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, name)
        ? (node as Readonly<Record<string, unknown>>)[name]
        : undefined,
    data,
  );
}

type Data = {
  readonly mdn: unknown;
  readonly features: unknown;
  readonly versions: SupportTable['versions'];
};

let data: Data | null = null;

/** Twenty megabytes: read once, and only by a build that shows a table. */
function readData(): Data {
  if (data !== null) return data;
  const require = createRequire(import.meta.url);
  const mdn = readJson(require.resolve('@mdn/browser-compat-data'));
  const features = require.resolve('web-features/data.json');
  const { version, timestamp } = v.parse(
    v.object({ version: v.string(), timestamp: v.string() }),
    at(mdn, ['__meta']),
  );
  const { version: baseline } = v.parse(
    v.object({ version: v.string() }),
    readJson(join(dirname(features), 'package.json')),
  );
  data = {
    mdn,
    features: at(readJson(features), ['features']),
    versions: { mdn: version, mdnDate: timestamp.slice(0, 10), baseline },
  };
  return data;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
