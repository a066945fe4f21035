// What the virtual Node says in its own voice, in French: everything else speaks with Node's sentences.

export const NO_TLS =
  'TLS n’existe pas dans ce bac à sable\u00a0: utilisez «\u202fws://\u202f» et «\u202fhttp://\u202f», le réseau ne sort pas de votre onglet.';

export const NO_OUTSIDE_NETWORK = (host: string): string =>
  `Le réseau de ce bac à sable ne sort pas de votre onglet\u00a0: «\u202f${host}\u202f» est injoignable, seul «\u202flocalhost\u202f» répond.`;
