// What the server says, in French: on the terminal, and in the few answers that are no page of the site.
import { STATUS_CODES } from 'node:http';

const STATUS_SENTENCES: Readonly<Record<number, string>> = {
  400: 'Cette requête n’est pas une requête HTTP correcte.',
  405: 'Ici, on ne peut que lire : GET ou HEAD.',
  414: 'Cette adresse est trop longue.',
  503: 'Le site est en train d’être reconstruit ; réessayez dans un instant.',
};

export function statusSentence(status: number): string {
  return STATUS_SENTENCES[status] ?? STATUS_CODES[status] ?? String(status);
}

/** Shown when the site brings no `404.html` of its own. */
export const NOT_FOUND_PAGE = `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Page introuvable — Trame</title>
<h1>Cette page n’existe pas</h1>
<p><a href="/">Revenir à l’accueil</a></p>
</html>
`;

export const USAGE = `Utilisation : npm start -- [--port N] [--host ADRESSE]

  --port N        port d’écoute, de 0 à 65535 (sinon PORT, sinon 4321 ; 0 prend un port libre)
  --host ADRESSE  adresse d’écoute (sinon HOST, sinon toutes les interfaces)
`;

export const MESSAGES = {
  building: 'Le site n’est pas à jour : construction en cours…',
  built: (seconds: number) =>
    `Site construit en ${seconds.toLocaleString('fr', { maximumFractionDigits: 1 })} s.`,
  unknownOption: (text: string) => `« ${text} » n’est pas une option d’ici.`,
  missingValue: (option: string) => `L’option « ${option} » attend une valeur.`,
  badPort: (text: string) =>
    `« ${text} » n’est pas un port : donnez un nombre entier de 0 à 65535.`,
  portTaken: (port: number) =>
    `Le port ${port} est déjà pris : arrêtez l’autre programme, ou choisissez un autre port ` +
    `avec « npm start -- --port ${port < 65_535 ? port + 1 : 4321} ».`,
  portForbidden: (port: number) =>
    `Le système ne permet pas d’écouter sur le port ${port} : choisissez-en un au-dessus de 1023, ` +
    'par exemple « npm start -- --port 4321 ».',
  addressUnknown: (host: string) =>
    `Cette machine n’a pas l’adresse « ${host} » : donnez-en une des siennes, ou retirez --host.`,
  cannotWrite: (file: string) =>
    `Impossible d’écrire dans ${file} : donnez-vous le droit d’écriture sur ce dossier, ou copiez le projet ailleurs.`,
  diskFull: 'Le disque est plein : libérez de la place, puis relancez « npm start ».',
  buildFailed: (reason: string) =>
    `La construction du site a échoué : ${reason}\nCorrigez, puis relancez « npm start ».`,
  listening: (local: string, lan: readonly string[], isPublic: boolean) =>
    [
      `Trame est servi sur ${local}`,
      ...lan.map((address) => `  et, pour la salle, sur ${address}`),
      isPublic
        ? 'Toute machine du réseau peut s’y connecter ; « --host 127.0.0.1 » réserve le site à celle-ci.'
        : 'Seule l’adresse demandée répond.',
      'Ctrl+C pour arrêter.',
    ].join('\n'),
  stopping: 'Arrêt en cours…',
} as const;
