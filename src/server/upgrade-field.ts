// What a request asks to be upgraded to.

/** Whether an `Upgrade` field names `websocket` among its protocols, in any case (RFC 9110 §7.8). */
export function asksForWebSocket(upgrade: string | undefined): boolean {
  const protocols = upgrade?.toLowerCase().split(',') ?? [];
  return protocols.some((protocol) => protocol.trim() === 'websocket');
}
