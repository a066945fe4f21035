// What happened on the connections of a student's server: the one thing that the inspector is told.

/**
 * Seen from the student's server: `received` bytes came to it, `sent` bytes are its own.
 * The events of one connection come in order; those of several may be mixed. `at`: milliseconds since the page's run began.
 */
export type WireEvent =
  | {
      readonly kind: 'opened';
      readonly connection: number;
      readonly at: number;
      /** Who it is, in words: « Visiteur 1, 192.168.1.12 ». */
      readonly label: string;
    }
  | {
      readonly kind: 'bytes';
      readonly connection: number;
      readonly at: number;
      readonly direction: WireDirection;
      /** Never reused by whoever gives them. */
      readonly bytes: Uint8Array;
      /** How many bytes came after these and were not kept. */
      readonly omitted: number;
    }
  | {
      readonly kind: 'ended';
      readonly connection: number;
      readonly at: number;
      readonly direction: WireDirection | 'both';
      readonly how: 'fin' | 'reset';
    };

export type WireDirection = 'received' | 'sent';
