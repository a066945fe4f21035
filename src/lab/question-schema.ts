// The questions of a step as the page carries them: written at build from the catalog, parsed once.
import * as v from 'valibot';
import type { Question } from '../grading/index.ts';

const explained = { explanation: v.string() };

const answerSchema = v.variant('kind', [
  v.object({
    kind: v.literal('choice'),
    options: v.array(v.object({ id: v.string(), label: v.string(), ...explained })),
    right: v.string(),
  }),
  v.object({
    kind: v.literal('bytes'),
    bytes: v.string(),
    ...explained,
    mistakes: v.array(v.object({ answer: v.string(), ...explained })),
  }),
  v.object({ kind: v.literal('drawn') }),
]);

export const questionSchema: v.GenericSchema<Question> = v.object({
  id: v.string(),
  title: v.string(),
  text: v.string(),
  rfc: v.nullable(v.string()),
  answer: answerSchema,
});
