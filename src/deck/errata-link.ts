// Where a slide that corrects the deck of 2013 sends its reader: `data-errata="E5.1 E5.3"`.

export type ErrataLink = {
  readonly href: string;
  /** Every entry that the slide corrects. */
  readonly title: string;
};

export const ERRATA_LABEL = 'Corrige le support de 2013';

/** The link to the first entry named; undefined where none is. */
export function errataLink(attributes: Readonly<Record<string, string>>): ErrataLink | undefined {
  const ids = (attributes['data-errata'] ?? '').split(/[\s,]+/).filter(Boolean);
  const [first] = ids;
  if (first === undefined) return undefined;
  return {
    href: `/errata/#${errataAnchor(first)}`,
    title: `${ids.length === 1 ? 'Erratum' : 'Errata'} ${ids.join(', ')}`,
  };
}

/** `E5.1` is `e5-1` in the page of errata. */
export const errataAnchor = (id: string): string => id.toLowerCase().replaceAll('.', '-');
