// A form that saves itself: `<form data-app-autosave>`. It sends what the Save button would send, to the
// same address, and takes from the page that comes back the parts that are marked to be brought up to
// date. Where the network is away what was not saved stays in this browser, for the person of whom the
// form says that it is theirs, and is offered when the form is opened again: never over newer answers.

const pauseMs = 1200
const keptForMs = 14 * 86_400_000
const prefix = 'sightline:'

/** What the form's fields hold, by name, as one text each. */
function textOf(form) {
  const text = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && name !== '_csrf' && name !== 'version' && name !== 'looked')
      text[name] = value.replaceAll('\r\n', '\n')
  }
  return text
}

/** The same as the server sent it: somebody may have begun to write before this ran, or come back to it. */
function textSent(form) {
  const text = {}
  for (const field of form.elements) {
    if (!(field.name in textOf(form)) && field.type !== 'radio' && field.type !== 'checkbox')
      continue
    if (field.type === 'radio' || field.type === 'checkbox') {
      if (field.defaultChecked && field.name !== 'looked') text[field.name] = field.value
    } else text[field.name] = (field.defaultValue ?? '').replaceAll('\r\n', '\n')
  }
  return text
}

function put(form, name, value) {
  for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (field.type === 'radio' || field.type === 'checkbox') {
      field.checked = field.value === value
      // Shows what hangs on a choice.
      if (field.checked) field.dispatchEvent(new Event('click', { bubbles: true }))
    } else field.value = value
  }
}

// A browser may be told to keep nothing; then the form still saves over the network.
const store = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null')
    } catch {
      return null
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value))
    } catch {}
  },
  remove(key) {
    try {
      localStorage.removeItem(key)
    } catch {}
  },
}

function keysKept() {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

/** Takes away what has been kept for too long, whoever’s it was. */
function forgetOld() {
  for (const key of keysKept()) {
    if (!key.startsWith(prefix)) continue
    const kept = store.read(key)
    if (!(kept?.at > Date.now() - keptForMs)) store.remove(key)
  }
}

/** Brings the marked parts of the form up to date with the page that the server answered. */
function refresh(form, page) {
  for (const part of form.ownerDocument.querySelectorAll('[data-app-refresh]')) {
    const fresh = page.querySelector(`[data-app-refresh="${part.dataset.appRefresh}"]`)
    if (!fresh || fresh.innerHTML === part.innerHTML) continue
    // What is being typed in, and a list that was opened, stay as they are.
    if (part.contains(document.activeElement)) continue
    const isOpen = part.querySelector('details')?.open
    part.innerHTML = fresh.innerHTML
    const details = part.querySelector('details')
    if (details && isOpen) details.open = true
  }
  const version = page.querySelector('[data-app-version]')
  if (version) form.querySelector('[data-app-version]').value = version.value
}

/** What is wrong with what was sent, beside the fields. */
function faultsIn(page) {
  return [...page.querySelectorAll('.govuk-error-summary__list a')].map(link => ({
    field: decodeURIComponent(link.getAttribute('href') ?? '').replace(/^#/, ''),
    message: link.textContent.trim(),
  }))
}

export function autosave(form) {
  const key = `${prefix}${form.dataset.appKeep}`
  const said = form.querySelector('[data-app-said]')
  const saved = textSent(form)
  // What was refused, as it was: it is not sent again by itself before somebody has changed it, looked
  // at it or pressed Save, so that nobody writes over another's answer without knowing.
  const held = new Map()
  let timer
  let running = Promise.resolve()
  forgetOld()

  const say = (words, isFault = false) => {
    said.textContent = words
    said.classList.toggle('app-audit__fault', isFault)
  }
  const isLooked = () => form.querySelector('[name=looked]')?.checked === true
  const toSend = () => {
    const text = textOf(form)
    if (isLooked()) return text
    for (const [name, value] of held) if ((text[name] ?? '') === value) delete text[name]
    return text
  }
  const differs = () =>
    Object.entries(toSend()).some(([name, value]) => value !== (saved[name] ?? '')) ||
    Object.keys(saved).some(name => !held.has(name) && !(name in textOf(form)))
  const keep = () => {
    const text = textOf(form)
    if (JSON.stringify(text) === JSON.stringify(saved)) store.remove(key)
    else store.write(key, { at: Date.now(), was: saved, text })
  }

  async function send() {
    if (!differs()) return
    const sent = toSend()
    const body = new URLSearchParams(new FormData(form))
    for (const name of Object.keys(textOf(form))) if (!(name in sent)) body.delete(name)
    let answer
    try {
      answer = await fetch(form.action, { method: 'POST', body })
    } catch {
      keep()
      say(
        'There is no connection. What you write is kept in this browser and saved when it is back.',
        true,
      )
      return
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (!page.querySelector('form[data-app-autosave]')) {
      keep()
      say(
        answer.redirected && new URL(answer.url).pathname === '/sign-in'
          ? 'You are signed out. What you wrote is kept in this browser: sign in again and open this page.'
          : 'It could not be saved. What you wrote is kept in this browser: load the page again.',
        true,
      )
      return
    }
    const faults = faultsIn(page)
    refresh(form, page)
    // What was refused is not saved: it is sent again once it is changed or looked at.
    const refused = new Set(faults.map(({ field }) => field))
    for (const [name, value] of Object.entries(sent)) {
      if (refused.has(name)) held.set(name, value)
      else {
        saved[name] = value
        held.delete(name)
      }
    }
    for (const name of Object.keys(saved))
      if (!(name in sent) && !held.has(name)) delete saved[name]
    for (const field of form.querySelectorAll('[aria-invalid]'))
      field.removeAttribute('aria-invalid')
    for (const name of held.keys())
      form.ownerDocument.getElementById(name)?.setAttribute('aria-invalid', 'true')
    if (faults.length > 0)
      say(`Not all is saved. ${faults.map(({ message }) => message).join(' ')}`, true)
    else said.classList.toggle('app-audit__fault', held.size > 0)
    keep()
  }
  // One after another: each sends the version that the one before came to.
  const soon = wait => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(send)
    }, wait)
  }

  form.addEventListener('input', () => {
    keep()
    soon(pauseMs)
  })
  form.addEventListener('change', () => {
    keep()
    soon(150)
  })
  form.addEventListener('submit', () => clearTimeout(timer))
  addEventListener('online', () => soon(0))
  offer(form, key, saved, soon)
  if (differs()) soon(pauseMs)
}

/** What this browser still holds from before: put in where nothing newer was saved since. */
function offer(form, key, saved, soon) {
  const kept = store.read(key)
  if (!kept?.text) return
  const names = new Set([...Object.keys(kept.text), ...Object.keys(kept.was)])
  const unsaved = [...names].filter(
    name =>
      (kept.text[name] ?? '') !== (kept.was[name] ?? '') &&
      (kept.text[name] ?? '') !== (saved[name] ?? ''),
  )
  if (unsaved.length === 0) {
    store.remove(key)
    return
  }
  const free = unsaved.filter(name => (saved[name] ?? '') === (kept.was[name] ?? ''))
  const newer = unsaved.filter(name => !free.includes(name))
  const box = form.querySelector('[data-app-offer]')
  const paragraph = (words, tag = 'p') => {
    const element = document.createElement(tag)
    element.className = 'govuk-body'
    element.textContent = words
    return element
  }
  const press = (words, then) => {
    const element = document.createElement('button')
    element.type = 'button'
    element.className = 'govuk-button govuk-button--secondary app-audit__offered'
    element.textContent = words
    element.addEventListener('click', () => {
      then()
      box.hidden = true
    })
    return element
  }
  box.append(
    paragraph(
      `This browser holds ${unsaved.length} ${unsaved.length === 1 ? 'answer' : 'answers'} from ${new Date(kept.at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })} that ${unsaved.length === 1 ? 'was' : 'were'} not saved.`,
    ),
  )
  if (newer.length > 0) {
    box.append(paragraph('These were answered again since, so yours are only shown here:'))
    for (const name of newer) box.append(paragraph(kept.text[name] ?? '', 'blockquote'))
  }
  if (free.length > 0)
    box.append(
      press('Put them in', () => {
        for (const name of free) put(form, name, kept.text[name] ?? '')
        soon(0)
      }),
    )
  box.append(press('Throw them away', () => store.remove(key)))
  box.hidden = false
}
