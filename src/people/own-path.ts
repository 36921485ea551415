const HERE = 'http://here.invalid'
const LONGEST = 2000

/**
 * Where to go after sign-in: a path of this site, whatever was in the address. Anything else, and the
 * pages of signing in and out themselves, become the first page.
 */
export function ownPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > LONGEST) return '/'
  // A browser takes a backslash for a slash and leaves control characters out.
  if (!/^\/(?![/\\])/.test(asked) || /[\\\p{Cc}\p{Zl}\p{Zp}]/u.test(asked)) return '/'
  if (!URL.canParse(asked, HERE)) return '/'
  const url = new URL(asked, HERE)
  if (url.origin !== HERE || url.pathname.startsWith('//')) return '/'
  if (/^\/(sign-|signed-out|invitation|personas)/.test(url.pathname)) return '/'
  return `${url.pathname}${url.search}`
}

/** The page to sign in on, with the way back. */
export function signInPath(next: string): string {
  const path = ownPath(next)
  return path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
}
