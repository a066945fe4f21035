// The echo without its script: « é », as a client sends it and as a server sends it back.
import { echo as words } from '../../i18n/demos/echo.ts';
import { parseHex } from '../../wire/index.ts';
import { html } from '../kit/html.ts';
import { staticForm } from '../kit/static-form.ts';
import { simulate } from './exchange.ts';
import { frameLines } from './frame-lines.ts';

/** The key of the examples of RFC 6455 §5.7. */
const KEY = parseHex('37 fa 21 3d');
const TEXT = 'é';

export const echoForm = staticForm(words.title, () => {
  const { received, sent } = simulate(TEXT, KEY);
  return html`<p>${words.reading(TEXT)}</p>
    ${frameLines(words.client(received.total), received)}
    ${frameLines(words.server(sent.total), sent)}`;
});
