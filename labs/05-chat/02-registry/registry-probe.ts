// Drives the student's registry beside it: adds, removes, visits, and tells who was visited and what it counts.

/**
 * Input `{ module, registries, names, steps }`: so many registries, one client for each name, and steps in order,
 * `{ act: 'add' | 'remove', registry, client }` or `{ act: 'look', registry, removals: [{ at, whom }] }`. A removal
 * happens inside the action of visit number `at`: of the client visited (`self`), of the one before it (`previous`), or
 * of all but the one visited (`others`).
 * Evidence `{ form, looks: [{ size, visited }], failure }`: `visited` holds ranks of clients, −1 for anything else;
 * `failure` is `null`, or `{ step, stage, thrown?, missing?, value? }`.
 */
export const PLAY_REGISTRY = `
const { module, registries, names, steps } = input;
const { creerRegistre, Registre } = modules[module];
const form = typeof creerRegistre === 'function' ? 'function' : 'class';
const looks = [];
const failed = (step, stage, more) => ({ form, looks, failure: { step, stage, ...more } });
const nothing = () => {};
const clients = [];
for (let c = 0; c < names.length; c += 1) {
  const name = names[c];
  clients[c] = {
    nom: name, name, pseudo: name, id: name, readyState: 1, OPEN: 1,
    send: nothing, on: nothing, once: nothing, off: nothing, addEventListener: nothing, close: nothing, terminate: nothing,
  };
}
const rankOf = (client) => {
  for (let c = 0; c < clients.length; c += 1) if (clients[c] === client) return c;
  return -1;
};
const made = [];
for (let r = 0; r < registries; r += 1) {
  let registry;
  try {
    registry = form === 'function' ? creerRegistre() : new Registre();
  } catch (thrown) {
    return failed(-1, 'creation', { thrown });
  }
  const isObject = (typeof registry === 'object' && registry !== null) || typeof registry === 'function';
  if (!isObject || typeof registry.then === 'function') return failed(-1, 'not-a-registry', { value: registry });
  const methods = ['ajouter', 'retirer', 'pourChacun'];
  for (let m = 0; m < methods.length; m += 1) {
    if (typeof registry[methods[m]] !== 'function') return failed(-1, 'missing', { name: methods[m] });
  }
  made[r] = registry;
}
const MOST_VISITS = 4 * clients.length + 8;
for (let s = 0; s < steps.length; s += 1) {
  const { act, registry: place, client } = steps[s];
  const registry = made[place];
  try {
    if (act === 'add') registry.ajouter(clients[client]);
    else if (act === 'remove') registry.retirer(clients[client]);
    else {
      const { removals } = steps[s];
      const visited = [];
      let isOver = false;
      const before = registry.taille;
      const size = typeof before === 'function' ? registry.taille() : before;
      registry.pourChacun((visitedClient) => {
        const at = visited.length;
        if (isOver || at >= MOST_VISITS) return;
        visited[at] = rankOf(visitedClient);
        for (let n = 0; n < removals.length; n += 1) {
          const { at: when, whom } = removals[n];
          if (when !== at && when !== -1) continue;
          if (whom === 'self') registry.retirer(visitedClient);
          else if (whom === 'previous' && at > 0) registry.retirer(clients[visited[at - 1]]);
          else if (whom === 'others') {
            for (let c = 0; c < clients.length; c += 1) if (c !== visited[at]) registry.retirer(clients[c]);
          }
        }
      });
      isOver = true;
      looks[looks.length] = { size, visited };
    }
  } catch (thrown) {
    return failed(s, 'step', { thrown });
  }
}
return { form, looks, failure: null };`;
