// Reads the part of an address that names a slide: `#/le-masque`, `#/le-masque/2`, `#le-masque`, `#/3/1`.

export type SlideAddress =
  | { readonly kind: 'none' }
  | { readonly kind: 'id'; readonly id: string }
  /** The dialect's own numbers, both zero-based. */
  | { readonly kind: 'indices'; readonly chapter: number; readonly index: number };

/** @param hash as `location.hash` gives it */
export function readSlideAddress(hash: string): SlideAddress {
  const name = decode(hash.replace(/^#\/?/, ''));
  if (name === '') return { kind: 'none' };
  const [, chapter, index] = /^(\d+)(?:\/(\d+))?(?:\/-?\d*)?$/.exec(name) ?? [];
  if (chapter !== undefined) {
    return { kind: 'indices', chapter: Number(chapter), index: Number(index ?? 0) };
  }
  // What follows an identifier is the step to show.
  return { kind: 'id', id: name.replace(/\/-?\d*$/, '') };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
