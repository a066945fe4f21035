// The words of the support tables.
import type {
  Baseline,
  Support,
  SupportTable,
  SupportTableName,
} from '../catalog/browser-support.ts';

/** `2015-07-29` → « juillet 2015 »; `2026-11-12` → « 12 novembre 2026 » with its day. */
const date = (iso: string, day?: 'numeric'): string =>
  new Intl.DateTimeFormat('fr-FR', {
    ...(day && { day }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(new Date(iso))
    .replace(/^1 /, '1er ');

type Cell = {
  readonly shown: string;
  /** What a screen reader says where the sign alone is too short. */
  readonly said?: string;
};

function cell(support: Support): Cell {
  switch (support.status) {
    case 'yes':
      return { shown: version(support.since), said: `depuis ${version(support.since)}` };
    case 'flag':
      return { shown: `${version(support.since)}, avec une option` };
    case 'partial':
      return { shown: `${version(support.since)}, en partie` };
    case 'no':
      return { shown: 'non' };
    case 'unknown':
      return { shown: '–', said: 'pas de donnée' };
  }
}

const version = (since: string): string => (since === 'preview' ? 'préversion' : since);

function baseline(status: Baseline): string {
  switch (status.status) {
    case 'widely':
    case 'newly':
      return date(status.low);
    case 'limited':
      return 'pas partout';
    case 'none':
      return 'hors standard';
  }
}

export const supportWords = {
  titles: {
    navigateurs: 'Prise en charge par les navigateurs',
    serveurs: 'Le client WebSocket intégré aux environnements d’exécution',
  } satisfies Record<SupportTableName, string>,
  feature: 'À partir de la version',
  everywhere: 'Partout depuis',
  engines: {
    chrome: 'Chrome',
    edge: 'Edge',
    firefox: 'Firefox',
    safari: 'Safari',
    nodejs: 'Node.js',
    deno: 'Deno',
    bun: 'Bun',
  } as Readonly<Record<string, string>>,
  /** Code keeps its name; the rest is said in French. */
  features: {
    'api.WebSocket': { code: 'WebSocket', text: '' },
    'api.WebSocket.protocol_rfc_6455': { code: 'WebSocket', text: ', selon la RFC\u00a06455' },
    'api.WebSocket.binaryType': { code: 'binaryType', text: ', les messages binaires' },
    'api.CloseEvent': { code: 'CloseEvent', text: ', le code de fermeture' },
    'api.WebSocket.worker_support': { code: 'WebSocket', text: ' dans un worker' },
    'api.EventSource': { code: 'EventSource', text: ' (SSE)' },
    'api.WebTransport': { code: 'WebTransport', text: '' },
    'api.WebSocketStream': { code: 'WebSocketStream', text: '' },
  } as Readonly<Record<string, { readonly code: string; readonly text: string }>>,
  cell,
  baseline,
  source: {
    navigateurs: ({ mdn, mdnDate, baseline: features }: SupportTable['versions']) =>
      `Données de MDN du ${date(mdnDate, 'numeric')} (version ${mdn}) ; « partout » au sens de Baseline, mobiles compris (web-features ${features}).`,
    serveurs: ({ mdn, mdnDate }: SupportTable['versions']) =>
      `Données de MDN du ${date(mdnDate, 'numeric')} (version ${mdn}). Elles décrivent les API du Web, donc le client ; elles ne disent rien du serveur, qui vient d’une bibliothèque ou d’une API propre à chacun.`,
  } satisfies Record<SupportTableName, (versions: SupportTable['versions']) => string>,
} as const;
