// échoue : C1
// confusion : close-of-the-server
export async function arreter({ wss }) {
  wss.close();
}
