export function lireRequete(texte) {
  // 1. L'en-tête est-il complet ? Sans ligne vide, il faudra rendre null.

  const [premiere, ...lignes] = texte.split('\r\n');

  // 2. La première ligne. Cette partie est faite.
  const [methode, cible, protocole = ''] = premiere.split(' ');
  const version = protocole.replace('HTTP/', '');

  // 3. Les autres lignes, jusqu'à la ligne vide.
  const entetes = new Map();
  for (const ligne of lignes) {
    if (ligne === '') break;
    console.log(ligne);

    // À vous. Ce découpage suffit à quelques requêtes, et se trompe sur les autres :
    //   a. couper au premier « : » seulement ;
    //   b. mettre le nom en minuscules ;
    //   c. enlever les blancs autour de la valeur ;
    //   d. si le nom est déjà là, joindre les deux valeurs par « , ».
    const [nom, valeur = ''] = ligne.split(': ');
    entetes.set(nom, valeur);
  }

  return { methode, cible, version, entetes };
}

// Une requête à modifier : regardez la console, changez une ligne, recommencez.
const REQUETE = [
  'GET /chat HTTP/1.1',
  'Host: server.example.com',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version: 13',
  '',
  '',
].join('\r\n');

console.log(lireRequete(REQUETE));
