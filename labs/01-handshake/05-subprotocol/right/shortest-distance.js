export function choisirSousProtocole(offre, acceptes) {
  const rang = new Map();
  for (const nom of offre?.split(/[ \t]*,[ \t]*/) ?? []) rang.set(nom.trim(), rang.size);
  const communs = acceptes.filter((nom) => rang.has(nom));
  communs.sort((un, autre) => rang.get(un) - rang.get(autre));
  return communs.length === 0 ? null : communs[0];
}
