const whole = new Intl.NumberFormat('en-GB')

export function number(many: number): string {
  return whole.format(many)
}

/** '12.4 MB' */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [size, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${size >= 100 ? Math.round(size) : size.toFixed(1)} ${unit}`
}

const jobs: Readonly<Record<string, string>> = {
  'extracts.load': 'Loading files',
  'figures.count': 'Counting every figure again',
}

export function jobInWords(job: string): string {
  return jobs[job] ?? job
}

/** Parts of Sightline that do things without being a person. */
const parts: Readonly<Record<string, string>> = {
  'command line': 'The command line',
  retention: 'Retention',
  start: 'The start of the server',
  demonstration: 'The building of the demonstration',
  browser: 'The browser',
}

/** Whoever did something: a person's name, a part of Sightline, or what stands in the journal. */
export function actorInWords(actor: string, names: ReadonlyMap<string, string>): string {
  return names.get(actor) ?? parts[actor] ?? actor
}
