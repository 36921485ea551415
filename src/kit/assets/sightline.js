// Every page works without this. It starts the components of the design system that have behaviour,
// and asks again where work is going on.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

const pauseMs = 2000

async function follow() {
  const live = document.querySelector('[data-app-live]')
  if (!live) return
  await new Promise(resolve => setTimeout(resolve, pauseMs))
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(
    () => undefined,
  )
  if (!answer?.ok) return follow()
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = next.querySelector('[data-app-live]')
  // Finished, or somewhere else: show the whole page as it is now.
  if (!fresh || answer.redirected) return location.replace(answer.url)
  live.replaceWith(document.adoptNode(fresh))
  return follow()
}

follow()
