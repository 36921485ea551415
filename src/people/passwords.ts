/** NIST SP 800-63B asks for length and against known passwords, and for no mix of characters (unverified). */
export const SHORTEST = 12
export const LONGEST = 200

// The words that most leaked passwords are made of, and those that anybody would try here first.
const common = [
  'password',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'letmein',
  'welcome',
  'iloveyou',
  'football',
  'liverpool',
  'arsenal',
  'chelsea',
  'manchester',
  'england',
  'london',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'master',
  'superman',
  'batman',
  'charlie',
  'shadow',
  'michael',
  'jordan',
  'ashley',
  'administrator',
  'admin',
  'changeme',
  'secret',
  'default',
  'test',
  'trustno',
  'whatever',
  'computer',
  'internet',
  'summer',
  'winter',
  'spring',
  'autumn',
  'january',
  'february',
  'march',
  'april',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'sightline',
  'council',
  'ofsted',
  'children',
  'childrens',
  'services',
  'socialwork',
  'socialworker',
  'safeguarding',
  'authority',
  'county',
  'borough',
] // prettier-ignore

export interface Owner {
  readonly name: string
  readonly email: string | null
}

/** What is wrong with a new password, in one sentence; null where nothing is. */
export function passwordFault(password: string, owner: Owner): string | null {
  const length = [...password].length
  if (length < SHORTEST) return `Your password must be ${SHORTEST} characters or more.`
  if (length > LONGEST) return `Your password must be ${LONGEST} characters or fewer.`
  const plain = password.normalize('NFKC').toLowerCase()
  if (isCommon(plain)) return 'This password is one that is often tried. Choose another.'
  if (ownWords(owner).some(word => plain.includes(word)))
    return 'Your password must not contain your name or your email address.'
  return null
}

function isCommon(plain: string): boolean {
  const letters = plain.replace(/[^\p{L}]/gu, '')
  const undisguised = plain
    .replace(/[\d!?.,_-]+$/, '')
    .replace(/[@4]/g, 'a')
    .replace(/3/g, 'e')
    .replace(/[1!]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/[$5]/g, 's')
    .replace(/[^a-z]/g, '')
  return (
    isRepeated(plain) || isRun(plain) || [letters, undisguised].some(word => isMadeOfCommon(word))
  )
}

/** Digits and signs round one common word, or the same one again and again. */
function isMadeOfCommon(word: string): boolean {
  if (word === '') return false
  return common.some(known => word === known || word.replaceAll(known, '') === '')
}

/** 'abcabcabcabc': a short piece, repeated. */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= 4; size++) {
    const piece = text.slice(0, size)
    if (piece.repeat(Math.ceil(text.length / size)).startsWith(text)) return true
  }
  return false
}

/** '123456789012' or 'abcdefghijkl': each character next to the one before. */
function isRun(text: string): boolean {
  const codes = [...text].map(each => each.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0))
  const odd = steps.filter(step => Math.abs(step) !== 1).length
  return odd <= 1
}

function ownWords({ name, email }: Owner): readonly string[] {
  const words = [...name.split(/[\s'’-]+/), ...(email?.split('@')[0]?.split(/[._-]+/) ?? [])]
  return [...new Set(words.map(word => word.normalize('NFKC').toLowerCase()))].filter(
    word => [...word].length >= 4,
  )
}
