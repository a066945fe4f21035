// échoue : C1
// confusion : power-cut
export async function arreter({ wss }) {
  for (const client of wss.clients) client.close(1001);
  process.exit(0);
}
