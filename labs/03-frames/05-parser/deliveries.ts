// The ways in which TCP may deliver a stream: whole, byte by byte, in packets, or cut once at every position.
import { cutAt, cutPositions, type Random } from '../../../src/grading/index.ts';
import type { Delivery } from './expect-frames.ts';
import { DELIVERY } from './messages.ts';
import { nameCut, type SampleStream } from './sample-stream.ts';

export const whole = (stream: SampleStream): Delivery => ({
  stream,
  chunks: [stream.bytes],
  name: DELIVERY.whole,
});

export const inBytes = (stream: SampleStream): Delivery => ({
  stream,
  chunks: Array.from(stream.bytes, (byte) => Uint8Array.of(byte)),
  name: DELIVERY.byteByByte,
});

/** What an Ethernet segment carries. */
const PACKET = 1_460;
const LONGEST_HEADER = 14;

export function cutInPackets(stream: SampleStream): Delivery {
  const cuts: number[] = [];
  for (let at = 1; at <= LONGEST_HEADER; at += 1) cuts.push(at);
  for (let at = LONGEST_HEADER + PACKET; at < stream.bytes.length; at += PACKET) cuts.push(at);
  return { stream, chunks: copiesOf(stream, cuts), name: DELIVERY.packets };
}

export function cutEverywhere(stream: SampleStream, random: Random): readonly Delivery[] {
  return cutPositions(stream.bytes.length, random, stream.starts).map((cut) => ({
    stream,
    chunks: copiesOf(stream, [cut]),
    name: DELIVERY.cutAt(cut, nameCut(stream, cut)),
  }));
}

/** Each on memory of its own, as the contract says. */
const copiesOf = ({ bytes }: SampleStream, cuts: readonly number[]): readonly Uint8Array[] =>
  cutAt(bytes, cuts).map((chunk) => chunk.slice());
