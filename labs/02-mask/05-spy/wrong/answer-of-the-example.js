// échoue : C2
// confusion : known-key
export const espionner = () => 'Hello';
