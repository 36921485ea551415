/** The database cannot be used, in one sentence that says what the person can do about it. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'
}
