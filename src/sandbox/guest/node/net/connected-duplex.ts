// The part of a socket that says where it is connected, and that takes settings which mean nothing inside a tab.
import { Duplex } from '../stream.ts';
import type { Endpoint } from './network.ts';

export class ConnectedDuplex extends Duplex {
  connecting = false;
  #local: Endpoint | null = null;
  #remote: Endpoint | null = null;

  protected setEndpoints(local: Endpoint, remote: Endpoint): void {
    this.#local = local;
    this.#remote = remote;
  }

  get readyState(): 'opening' | 'open' | 'readOnly' | 'writeOnly' | 'closed' {
    if (this.connecting) return 'opening';
    if (this.readable && this.writable) return 'open';
    if (this.readable) return 'readOnly';
    return this.writable ? 'writeOnly' : 'closed';
  }
  get remoteAddress(): string | undefined {
    return this.#known(this.#remote)?.address;
  }
  get remotePort(): number | undefined {
    return this.#known(this.#remote)?.port;
  }
  get remoteFamily(): string | undefined {
    return this.#known(this.#remote)?.family;
  }
  get localAddress(): string | undefined {
    return this.#known(this.#local)?.address;
  }
  get localPort(): number | undefined {
    return this.#known(this.#local)?.port;
  }
  get localFamily(): string | undefined {
    return this.#known(this.#local)?.family;
  }
  #known(endpoint: Endpoint | null): Endpoint | null {
    return this.connecting ? null : endpoint;
  }
  address(): Endpoint | object {
    return this.#known(this.#local) ?? {};
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}
