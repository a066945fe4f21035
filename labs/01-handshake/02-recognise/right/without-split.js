// Un automate qui lit la liste lettre par lettre.
export function estDemandeWebSocket({ methode, version, entetes }) {
  if (methode !== 'GET' || version !== '1.1') return false;
  if (String(entetes.get('upgrade')).toLowerCase() !== 'websocket') return false;
  let jeton = '';
  let trouve = false;
  for (const lettre of `${entetes.get('connection') ?? ''},`) {
    if (lettre === ',') {
      trouve ||= jeton === 'upgrade';
      jeton = '';
    } else if (lettre !== ' ' && lettre !== '\t') jeton += lettre.toLowerCase();
  }
  return trouve;
}
