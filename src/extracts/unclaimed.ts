import { decodeText, describeBytes } from '#kit/files/text.ts'
import { readXml, xmlStart } from '#kit/files/xml.ts'
import type { Refusal, SourceFile } from './extract.ts'
import { fileRefusal } from './file-refusal.ts'
import { type Problem, problem } from './values.ts'

const WANTED =
  'what can be read is an SSDA903 return in CSV or XML, a children in need census in XML, the lists of Annex A or the CSV files of the Standard Safeguarding Dataset'

/** The one sentence about a file that no reader knows: what it is, and what was wanted. */
export function unclaimed(file: SourceFile): Refusal {
  const words = describeBytes(file.bytes)
  if (words === 'empty') return fileRefusal(file.name, problem('file-empty', 'This file is empty.'))
  if (words === 'text') return unclaimedText(file)
  return fileRefusal(file.name, unclaimedBytes(file.bytes, words))
}

function unclaimedBytes(bytes: Uint8Array, words: string): Problem {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (words === 'an Excel or Word file of before 2007') {
    return whole.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? locked : old
  }
  if (words === 'an Excel workbook') return whole.includes(END_OF_ZIP) ? otherWorkbook : damaged
  if (words === 'not text') return problem('file-unknown', `This file is not text; ${WANTED}.`)
  return problem('file-other-kind', `This file is ${words}; ${WANTED}.`)
}

/** What ends every zip, and so every workbook that is whole. */
const END_OF_ZIP = Buffer.from([0x50, 0x4b, 0x05, 0x06])

function unclaimedText(file: SourceFile): Refusal {
  const start = decodeText(file.bytes.subarray(0, 4_096)).text.trimStart()
  if (start === '') return fileRefusal(file.name, problem('file-empty', 'This file is empty.'))
  if (/^<(!doctype html|html)/i.test(start)) return fileRefusal(file.name, webPage)
  if (start.startsWith('<')) return unclaimedXml(file)
  return fileRefusal(file.name, otherText)
}

function unclaimedXml(file: SourceFile): Refusal {
  const broken = readXml(file.bytes, { whole: new Set(), onElement: () => undefined })
  if (broken !== null) return fileRefusal(file.name, broken, { row: broken.line })
  const elements = xmlStart(file.bytes)
  const root = elements[0]?.name ?? ''
  if (root === 'schema') return fileRefusal(file.name, schema)
  const collection = elements.find(each => each.name.toLowerCase() === 'collection')?.text
  if (collection !== undefined) return fileRefusal(file.name, otherCensus, { value: collection })
  return fileRefusal(file.name, otherXml)
}

const locked = problem(
  'file-locked',
  'This file is protected by a password; remove the password and try again.',
)
const old = problem(
  'workbook-old',
  'This is an Excel or Word file of a kind from before 2007; if it is a workbook, save it as .xlsx and try that copy.',
)
const otherWorkbook = problem(
  'workbook-other',
  'This is an Excel workbook, but none of its sheets is a list of Annex A.',
)
const damaged = problem(
  'workbook-damaged',
  'This workbook is damaged or was cut short; open it in Excel, save it again and try that copy.',
)
const webPage = problem('file-web-page', `This file is a web page; ${WANTED}.`)
const otherText = problem(
  'text-other',
  'This is text, but its first line does not hold the column names of an SSDA903 file, an Annex A list or a table of the Standard Safeguarding Dataset.',
)
const schema = problem(
  'xml-schema',
  'This is a schema, which describes how a census is written, and holds no children.',
)
const otherCensus = problem(
  'xml-other-census',
  'This is the XML of another collection and not of the children in need census.',
)
const otherXml = problem(
  'xml-other',
  'This is XML, but it is neither a children in need census nor an SSDA903 return.',
)
