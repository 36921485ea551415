import { crc32, deflateRawSync } from 'node:zlib'
import type { NamedBytes } from './archive.ts'

/**
 * A zip of files that are in memory, with UTF-8 names. The same files give the same bytes: no moment
 * is written into it. For up to 65,535 files and 4 GB.
 */
export function zipFiles(files: readonly NamedBytes[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes)
    const nameBytes = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0) // the version that is needed to unpack it
    facts.writeUInt16LE(0x800, 2) // names are UTF-8
    facts.writeUInt16LE(8, 4) // deflated
    facts.writeUInt16LE(0x21, 8) // 1 January 1980, the first day that a zip knows
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, nameBytes, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, nameBytes]),
    )
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
