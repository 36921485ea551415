import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Transform } from 'node:stream'
import type { KeyRing, SealingKey } from './keys.ts'

// A sealed file is two slots and a body. The body is encrypted by a key of its own, in chunks of
// 1 MB, each with AES-256-GCM; a chunk's nonce is its number and whether it is the last, so that
// chunks cut off, repeated or moved are found (the STREAM construction). The file's own key stands in
// a slot, encrypted by a key of the ring. Of the two slots one is in use: when the ring's key
// changes, the other is written first, so that at every moment one of them opens the file.

const MAGIC = Buffer.from('SLSEAL1\0', 'latin1')
const ID = 8
const NONCE = 12
const TAG = 16
const KEY = 32
/** A slot is a sector of a disk of its own: writing one cannot tear the other. */
export const SLOT = 4096
export const HEADER = 2 * SLOT
const SLOT_USED = MAGIC.length + ID + NONCE + KEY + TAG
const CHUNK = 1024 * 1024

export class SealFault extends Error {
  override readonly name = 'SealFault'
  readonly fault: 'altered' | 'locked'
  constructor(fault: 'altered' | 'locked', keyId = '') {
    super(
      fault === 'altered'
        ? 'A sealed file has been altered or cut short.'
        : `A file is sealed with the key ${keyId}, which is not among the keys given. Set SIGHTLINE_KEY or SIGHTLINE_KEY_FILE to the keys that it was sealed with.`,
    )
    this.fault = fault
  }
}

/** How long a file of so many bytes is when it is sealed. */
export function sealedLength(bytes: number): number {
  return HEADER + bytes + TAG * Math.max(1, Math.ceil(bytes / CHUNK))
}

export function isSealed(bytes: Uint8Array): boolean {
  return hasMagic(bytes, 0) || hasMagic(bytes, SLOT)
}

export function seal(bytes: Uint8Array, keys: KeyRing): Buffer {
  const fileKey = randomBytes(KEY)
  const sealed = Buffer.alloc(sealedLength(bytes.length))
  sealed.set(slotOf(fileKey, keys.current()))
  let at = HEADER
  for (let start = 0, number = 0; number === 0 || start < bytes.length; start += CHUNK, number++) {
    const last = start + CHUNK >= bytes.length
    for (const part of sealChunk(fileKey, number, last, bytes.subarray(start, start + CHUNK))) {
      at += part.copy(sealed, at)
    }
  }
  return sealed
}

/**
 * What was sealed.
 * @throws {SealFault} where it was altered in any way, or no key of the ring opens it
 */
export function unseal(sealed: Uint8Array, keys: KeyRing): Buffer {
  const slot = slotsOf(sealed)
    .map(each => openSlot(each, keys))
    .find(each => each !== null)
  if (slot === undefined) throw faultOf(sealed, keys)
  const body = sealed.subarray(HEADER)
  const chunks = Math.ceil(body.length / (CHUNK + TAG))
  if (chunks === 0 || body.length < chunks * TAG) throw new SealFault('altered')
  const bytes = Buffer.allocUnsafe(body.length - chunks * TAG)
  let at = 0
  for (let number = 0; number < chunks; number++) {
    const start = number * (CHUNK + TAG)
    const chunk = body.subarray(start, start + CHUNK + TAG)
    for (const part of openChunk(slot.fileKey, number, number === chunks - 1, chunk)) {
      at += part.copy(bytes, at)
    }
  }
  return bytes
}

/** Seals what flows through it; a chunk at a time is held in memory. */
export function sealing(keys: KeyRing): Transform {
  const fileKey = randomBytes(KEY)
  const header = Buffer.concat([slotOf(fileKey, keys.current()), Buffer.alloc(SLOT)])
  let waiting: Buffer[] = []
  let length = 0
  let number = 0
  const flow = new Transform({
    transform(part: Buffer, _encoding, done) {
      waiting.push(part)
      length += part.length
      // Which chunk is the last is known only when more has come.
      while (length > CHUNK) {
        const all: Buffer = Buffer.concat(waiting)
        flow.push(Buffer.concat(sealChunk(fileKey, number++, false, all.subarray(0, CHUNK))))
        const rest = all.subarray(CHUNK)
        waiting = [rest]
        length = rest.length
      }
      done()
    },
    flush(done) {
      flow.push(Buffer.concat(sealChunk(fileKey, number, true, Buffer.concat(waiting))))
      done()
    },
  })
  flow.push(header)
  return flow
}

export interface OpenSlot {
  readonly place: 0 | 1
  readonly keyId: string
  readonly fileKey: Buffer
}

/** The slots of a file's first bytes that a key of the ring opens. */
export function openSlots(header: Uint8Array, keys: KeyRing): readonly OpenSlot[] {
  return slotsOf(header).flatMap(slot => openSlot(slot, keys) ?? [])
}

/** The ids of the keys that a file's first bytes name: one, or two while the key is being changed. */
export function keyIdsOf(header: Uint8Array): readonly string[] {
  return slotsOf(header).map(slot => slot.keyId)
}

/** The bytes of a slot: a file's own key, encrypted by a key of the ring. */
export function slotOf(fileKey: Uint8Array, key: SealingKey): Buffer {
  const start = Buffer.concat([MAGIC, Buffer.from(key.id, 'hex')])
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(start)
  const wrapped = Buffer.concat([cipher.update(fileKey), cipher.final()])
  const slot = Buffer.alloc(SLOT)
  Buffer.concat([start, nonce, wrapped, cipher.getAuthTag()]).copy(slot)
  return slot
}

/** @throws {SealFault} 'locked' where only a key is missing, 'altered' otherwise */
export function faultOf(header: Uint8Array, keys: KeyRing): SealFault {
  const missing = keyIdsOf(header).find(id => keys.find(id) === undefined)
  return missing === undefined ? new SealFault('altered') : new SealFault('locked', missing)
}

interface Slot {
  readonly place: 0 | 1
  readonly keyId: string
  readonly bytes: Buffer
}

function slotsOf(header: Uint8Array): readonly Slot[] {
  return ([0, 1] as const).flatMap(place => {
    const at = place * SLOT
    if (!hasMagic(header, at) || header.length < HEADER) return []
    const bytes = Buffer.from(header.buffer, header.byteOffset + at, SLOT_USED)
    return [{ place, keyId: bytes.toString('hex', MAGIC.length, MAGIC.length + ID), bytes }]
  })
}

function openSlot({ place, keyId, bytes }: Slot, keys: KeyRing): OpenSlot | null {
  const key = keys.find(keyId)
  if (key === undefined) return null
  const start = bytes.subarray(0, MAGIC.length + ID)
  const rest = bytes.subarray(start.length)
  const opening = createDecipheriv('aes-256-gcm', key.bytes, rest.subarray(0, NONCE))
    .setAAD(start)
    .setAuthTag(rest.subarray(NONCE + KEY, NONCE + KEY + TAG))
  try {
    const fileKey = opening.update(rest.subarray(NONCE, NONCE + KEY))
    opening.final()
    return { place, keyId, fileKey }
  } catch {
    return null
  }
}

function hasMagic(bytes: Uint8Array, at: number): boolean {
  return MAGIC.every((byte, place) => bytes[at + place] === byte)
}

function sealChunk(key: Buffer, number: number, last: boolean, chunk: Uint8Array): Buffer[] {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last))
  return [cipher.update(chunk), cipher.final(), cipher.getAuthTag()]
}

function openChunk(key: Buffer, number: number, last: boolean, chunk: Uint8Array): Buffer[] {
  const end = chunk.length - TAG
  const opening = createDecipheriv('aes-256-gcm', key, nonceOf(number, last))
  try {
    opening.setAuthTag(chunk.subarray(end))
    return [opening.update(chunk.subarray(0, end)), opening.final()]
  } catch {
    throw new SealFault('altered')
  }
}

/** Never used twice: each file has a key of its own. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE)
  nonce.writeUIntBE(number, NONCE - 7, 6)
  nonce[NONCE - 1] = last ? 1 : 0
  return nonce
}
