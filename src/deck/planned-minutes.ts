// Reads how long a slide is meant to take from its notes: `**Durée** : 3 minutes, puis le labo.`

const LABEL = /\*\*Durée\*\*[\s\u00a0\u202f]*:?[\s\u00a0\u202f]*(.*)/iu;
/** At the start of what follows the label: hours, minutes, seconds, each of them optional. */
const TIME =
  /^(?:(\d+)\s*h(?:eures?)?\b\s*(?:(\d+)(?!\s*s)(?:\s*min(?:utes?)?\b)?)?)?\s*(?:(\d+)\s*min(?:utes?)?\b)?\s*(?:(\d+)\s*s(?:econdes?)?\b)?/u;

/** Minutes; undefined where the notes do not say. */
export function readPlannedMinutes(notes: string): number | undefined {
  const said = LABEL.exec(notes)?.[1] ?? '';
  const [whole = '', hours, beside, minutes, seconds] = TIME.exec(said) ?? [];
  if (whole.trim() === '') return undefined;
  const [h, m, s] = [hours, minutes ?? beside, seconds].map((part) => Number(part ?? 0));
  return (h ?? 0) * 60 + (m ?? 0) + (s ?? 0) / 60;
}
