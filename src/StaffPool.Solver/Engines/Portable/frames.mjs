// The frames of Engines/Protocol/PROTOCOL.md: u32 little-endian payload length, u8 kind, payload.

export const Kind = Object.freeze({
  SOLVE: 1, STOP: 2, EXIT: 3,
  READY: 65, INCUMBENT: 66, BOUND: 67, FINAL: 68, ERROR: 69,
});

export const HEADER_BYTES = 5;
export const MAX_PAYLOAD_BYTES = 256 * 1024 * 1024;

/** One frame ready to be written. Parts are strings or byte arrays. */
export function frame(kind, ...parts) {
  const payload = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part)));
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(payload.length, 0);
  header.writeUInt8(kind, 4);
  return Buffer.concat([header, payload]);
}

export function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** NaN stands for "not known". */
export function f64(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value ?? NaN);
  return bytes;
}

export function i64s(values) {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, index) => bytes.writeBigInt64LE(BigInt(value), index * 8));
  return bytes;
}

/** Cuts a stream of chunks into frames; throws on a length over the limit, since nothing after it can be trusted. */
export class FrameReader {
  #chunks = [];
  #size = 0;

  * push(chunk) {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    for (;;) {
      if (this.#size < HEADER_BYTES) return;
      if (this.#chunks[0].length < HEADER_BYTES) this.#merge();
      const length = this.#chunks[0].readUInt32LE(0);
      if (length > MAX_PAYLOAD_BYTES) throw new RangeError(`frame of ${length} bytes, at most ${MAX_PAYLOAD_BYTES} are accepted`);
      if (this.#size < HEADER_BYTES + length) return;
      this.#merge();
      const all = this.#chunks[0];
      const end = HEADER_BYTES + length;
      this.#chunks = [all.subarray(end)];
      this.#size -= end;
      yield { kind: all.readUInt8(4), payload: all.subarray(HEADER_BYTES, end) };
    }
  }

  #merge() {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
  }
}

/** Splits the payload of a Solve frame; throws on a malformed one. */
export function parseSolve(payload) {
  if (payload.length < 8) throw new RangeError('solve frame shorter than its header');
  const id = payload.readUInt32LE(0);
  const optionsLength = payload.readUInt32LE(4);
  if (8 + optionsLength > payload.length) throw new RangeError('solve frame shorter than its options');
  return {
    id,
    options: JSON.parse(payload.toString('utf8', 8, 8 + optionsLength)),
    model: new Uint8Array(payload.subarray(8 + optionsLength)), // a copy: it moves to the engine thread
  };
}
