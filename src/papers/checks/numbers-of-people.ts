/** Ten digits whose last is the check digit by modulus 11, as the NHS Data Dictionary has it (unverified). */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false
  let sum = 0
  for (let place = 0; place < 9; place++) sum += Number(digits[place]) * (10 - place)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9])
}

const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/**
 * A unique pupil number: a check letter, eleven digits, and a digit or, for a temporary one, a letter.
 * The letter is the sum of the digits weighted 2 to 13, modulo 23 (DfE guidance on UPNs, unverified).
 */
export function isPupilNumber(text: string): boolean {
  const match = /^([A-Z])(\d{11})([\dA-Z])$/.exec(text)
  if (match === null) return false
  const [, check, digits = '', last = ''] = match
  let sum = 0
  for (let place = 0; place < 11; place++) sum += Number(digits[place]) * (place + 2)
  const value = /\d/.test(last) ? Number(last) : letters.indexOf(last)
  return value >= 0 && letters[(sum + value * 13) % 23] === check
}
