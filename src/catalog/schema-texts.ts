// The texts and names that every part of a front matter is made of.
import * as v from 'valibot';

import { REASONS } from './messages.ts';

export const text = () => v.pipe(v.string(REASONS.text), v.trim(), v.nonEmpty(REASONS.empty));

/** `poignee-de-main`. */
export const ADDRESS = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
