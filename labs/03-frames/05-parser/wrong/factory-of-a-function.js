// échoue : C1
export const creerAnalyseur = () => (morceau) => [{ fin: true, opcode: 1, donnees: morceau.slice(2) }];
