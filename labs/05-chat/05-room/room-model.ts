// A room as the contract describes it: what each client must receive after each act.

/** What a client is told. The order of `presents` means nothing. */
export type Told =
  | { readonly type: 'bienvenue'; readonly pseudo: string; readonly presents: readonly string[] }
  | { readonly type: 'arrivee' | 'depart'; readonly pseudo: string }
  | { readonly type: 'message'; readonly auteur: string; readonly texte: string }
  | { readonly type: 'erreur' };

/** What a client sends, once read: `other` is anything that step 5.4 refuses. */
export type Said =
  | { readonly type: 'rejoindre'; readonly pseudo: string }
  | { readonly type: 'dire'; readonly texte: string }
  | { readonly type: 'other' };

export type Act =
  | { readonly act: 'entrer' | 'sortir'; readonly who: number }
  | {
      readonly act: 'recevoir';
      readonly who: number;
      readonly text: string;
      readonly said: Said;
    };

/** Equal pseudonyms have the same key. */
export const keyOf = (pseudo: string) => pseudo.normalize('NFC').toLowerCase();

export class RoomModel {
  /** Pseudonyms of those who have joined, as they were typed. */
  readonly joined = new Map<number, string>();

  /** At most one message for each client. */
  play(act: Act): ReadonlyMap<number, Told> {
    if (act.act !== 'recevoir') return act.act === 'sortir' ? this.#leave(act.who) : new Map();
    switch (act.said.type) {
      case 'rejoindre':
        return this.#join(act.who, act.said.pseudo.trim());
      case 'dire':
        return this.#say(act.who, act.said.texte.trim());
      case 'other':
        return refusal(act.who);
    }
  }

  isTaken(pseudo: string): boolean {
    return [...this.joined.values()].some((other) => keyOf(other) === keyOf(pseudo));
  }

  #join(who: number, pseudo: string): ReadonlyMap<number, Told> {
    if (this.joined.has(who) || this.isTaken(pseudo)) return refusal(who);
    const told = new Map(this.#toAll({ type: 'arrivee', pseudo }));
    this.joined.set(who, pseudo);
    return told.set(who, { type: 'bienvenue', pseudo, presents: [...this.joined.values()] });
  }

  #say(who: number, texte: string): ReadonlyMap<number, Told> {
    const auteur = this.joined.get(who);
    return auteur === undefined ? refusal(who) : this.#toAll({ type: 'message', auteur, texte });
  }

  #leave(who: number): ReadonlyMap<number, Told> {
    const pseudo = this.joined.get(who);
    if (pseudo === undefined) return new Map();
    this.joined.delete(who);
    return this.#toAll({ type: 'depart', pseudo });
  }

  #toAll(told: Told): ReadonlyMap<number, Told> {
    return new Map([...this.joined.keys()].map((who) => [who, told]));
  }
}

function refusal(who: number): ReadonlyMap<number, Told> {
  return new Map([[who, { type: 'erreur' }]]);
}
