// Every page works without this. It starts the components of the design system that have behaviour,
// and asks again where work is going on.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

const pauseMs = 2000
const liveArea = '[data-app-live]'

/** The page as it is now, or nothing when the server cannot be reached. */
async function ask() {
  const answer = await fetch(location.href).catch(() => undefined)
  if (!answer?.ok) return undefined
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return { address: answer.url, area: page.querySelector(liveArea) }
}

/** Part by part: what announces itself must stay in the page, or a screen reader would not say it. */
function update(live, area) {
  const parts = [...area.querySelectorAll('progress, [role=status], ol')]
  for (const [index, old] of [...live.querySelectorAll('progress, [role=status], ol')].entries()) {
    const part = parts[index]
    if (!part) continue
    if (part.matches('progress') && part.hasAttribute('value')) {
      old.max = part.max
      old.value = part.value
    } else if (part.matches('[role=status]')) {
      if (old.textContent !== part.textContent) old.textContent = part.textContent
    } else old.replaceWith(document.adoptNode(part))
  }
}

async function follow(live) {
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, pauseMs))
    const now = await ask()
    // Finished, or the work leads elsewhere: show the whole page as it is now.
    if (now && (!now.area || now.address !== location.href.replace(/#.*/, ''))) {
      location.replace(now.address)
      return
    }
    if (now) update(live, now.area)
  }
}

const live = document.querySelector(liveArea)
if (live) follow(live)

// One key for one button: where a group has the focus, a key presses the button or follows the link
// in it that names the key. Elsewhere, and while somebody types, keys do what they always do.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || event.repeat)
    return
  // A choice takes no letters, so a key may choose; where words are written every key is a letter.
  const writing = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'
  if (event.target.closest(writing)) return
  const group = event.target.closest('[data-app-keys]')
  const pressed = group?.querySelector(`[data-app-key="${CSS.escape(event.key.toLowerCase())}"]`)
  if (!pressed) return
  event.preventDefault()
  pressed.click()
  if (pressed.matches('input')) pressed.focus()
})

const saving = document.querySelector('form[data-app-autosave]')
if (saving) import('./autosave.js').then(({ autosave }) => autosave(saving))
