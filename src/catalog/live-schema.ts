// How a step's server is made when it goes online: the export that makes it, its options, the path to visit.
import * as v from 'valibot';

import { LIVE_REASONS as REASONS } from './question-messages.ts';
import { text } from './schema-texts.ts';
import type { JsonValue } from './types.ts';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const PATH = /^\/[\w./-]*$/;

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
    path: v.optional(v.pipe(text(), v.regex(PATH, REASONS.path)), '/'),
  },
  REASONS.table,
);
