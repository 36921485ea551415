import { crc32, deflateRawSync } from 'node:zlib'

export interface Zipped {
  readonly name: string
  readonly bytes: Uint8Array
  readonly encrypted?: boolean
  /** What the zip says the file unpacks to, where that is not true. */
  readonly claimedSize?: number
}

/** A zip made by hand, so that a test can make one that is wrong in a certain way. */
export function zipOf(files: readonly Zipped[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const file of files) {
    const packed = deflateRawSync(file.bytes)
    const name = Buffer.from(file.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0) // version needed
    common.writeUInt16LE((file.encrypted === true ? 1 : 0) | 0x800, 2) // names are UTF-8
    common.writeUInt16LE(8, 4) // deflated
    common.writeUInt32LE(crc32(file.bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(file.claimedSize ?? file.bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    const start = Buffer.from('PK\x01\x02\x14\x00', 'latin1')
    directory.push(Buffer.concat([start, common, rest, name]))
    parts.push(local)
    at += local.length
  }
  const contents = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(contents.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, contents, end])
}
