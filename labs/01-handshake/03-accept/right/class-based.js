import { createHash } from 'node:crypto';

class Poignee {
  static #GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
  #cle;

  constructor(cle) {
    this.#cle = cle.trim();
  }

  get accept() {
    return createHash('sha1').update(this.#cle).update(Poignee.#GUID).digest('base64');
  }
}

export const calculerAccept = (cle) => new Poignee(cle).accept;
