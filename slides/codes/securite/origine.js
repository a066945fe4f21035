// Comparer une origine : en entier, à une liste.
// #region comparer
const ORIGINES = new Set(['https://chat.exemple.fr']);

const origineAutorisee = (origine) => ORIGINES.has(origine);
// #endregion

export { origineAutorisee };
