// The static form of every demo, by tag: what the slides and the course pages are built with.
import type { StaticForm } from './kit/static-form.ts';
import { acceptForm } from './accept/static.ts';
import { closeCodesForm } from './close-codes/static.ts';
import { cswshForm } from './cswsh/static.ts';
import { cutterForm } from './cutter/static.ts';
import { echoForm } from './echo/static.ts';
import { frameForm } from './frame/static.ts';
import { handshakeForm } from './handshake/static.ts';
import { proxyForm } from './proxy/static.ts';
import { raceForm } from './race/static.ts';
import { statesForm } from './states/static.ts';
import { xorForm } from './xor/static.ts';
import { xssForm } from './xss/static.ts';

/** One line for each demo, in alphabetical order. */
export const STATIC_FORMS = {
  'demo-accept': acceptForm,
  'demo-close-codes': closeCodesForm,
  'demo-cswsh': cswshForm,
  'demo-cutter': cutterForm,
  'demo-echo': echoForm,
  'demo-frame': frameForm,
  'demo-handshake': handshakeForm,
  'demo-proxy': proxyForm,
  'demo-race': raceForm,
  'demo-states': statesForm,
  'demo-xor': xorForm,
  'demo-xss': xssForm,
} as const satisfies Readonly<Record<string, StaticForm>>;
