// How a step's server is made when it goes online: the export that makes it, its options, the path to visit.
import * as v from 'valibot';

import { LIVE_REASONS as REASONS } from './question-messages.ts';
import { text } from './schema-texts.ts';
import type { JsonValue } from './types.ts';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const PATH = /^\/[\w./-]*$/;
const MODULE = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*\.js$/;

const jsonSchema: v.GenericSchema<JsonValue> = v.lazy(() =>
  v.union(
    [
      v.null(),
      v.boolean(),
      v.pipe(v.number(), v.finite()),
      v.string(),
      v.array(jsonSchema),
      v.record(v.string(), jsonSchema),
    ],
    REASONS.value,
  ),
);

export const liveSchema = v.strictObject(
  {
    export: v.pipe(text(), v.regex(IDENTIFIER, REASONS.export)),
    options: v.optional(v.record(v.string(), jsonSchema, REASONS.options), {}),
    module: v.optional(v.pipe(text(), v.regex(MODULE, REASONS.module))),
    page: v.optional(v.pipe(text(), v.regex(MODULE, REASONS.module))),
    path: v.optional(v.pipe(text(), v.regex(PATH, REASONS.path)), '/'),
  },
  REASONS.table,
);
