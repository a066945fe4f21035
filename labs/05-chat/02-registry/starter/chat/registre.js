// Le registre du support de 2013 : un tableau, et la place de chacun.
export function creerRegistre() {
  var clients = []; // client list
  var places = new Map();

  return {
    // 1. Ajouter : retenir la place que prend le nouveau.
    ajouter(connection) {
      places.set(connection, clients.push(connection) - 1);
    },

    // 2. Retirer : enlever ce qui est à cette place.
    retirer(connection) {
      clients.splice(places.get(connection), 1);
    },

    // 3. Compter.
    get taille() {
      return clients.length;
    },

    // 4. Visiter chacun.
    pourChacun(action) {
      for (var i = 0; i < clients.length; i++) {
        action(clients[i]);
      }
    },
  };
}

// A, B et C arrivent ; A part, puis B ; « bonjour » part à tous.
const registre = creerRegistre();
const [a, b, c] = ['A', 'B', 'C'].map((nom) => ({
  nom,
  readyState: 1,
  send: (texte) => console.log(`${nom} reçoit « ${texte} »`),
}));
for (const client of [a, b, c]) registre.ajouter(client);
for (const client of [a, b]) registre.retirer(client);
registre.pourChacun((client) => client.send('bonjour'));
console.log('taille :', registre.taille);
