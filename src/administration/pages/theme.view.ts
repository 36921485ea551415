import type { Council } from '#council'
import { heading } from '#kit/html/blocks.ts'
import { button, fileUpload, input } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { logoPath } from './paths.ts'

export interface ThemeModel {
  readonly council: Council
  /** What the logo is known by; null where there is none. */
  readonly hash: string | null
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

export function themeView({ council, hash, values, errors, csrf }: ThemeModel): Html {
  return html`${heading({ title: 'Colour and logo', lead: 'How the council shows at the top of each page. A change shows at the next page that anybody opens.' })}
<p class="govuk-body">The council’s name is among the <a class="govuk-link" href="/administration/settings">settings</a>.</p>
<h2 class="govuk-heading-m">Colour</h2>
<form method="post" action="/administration/theme" novalidate>
${csrf}
${input({
  id: 'colour',
  name: 'colour',
  label: { text: 'Colour of the bar above each page' },
  hint: {
    text: 'Such as #1f4e5f. Leave it empty for Sightline’s own. White words must be readable on it.',
  },
  value: typed(values, 'colour') || (council.brandColour ?? ''),
  spellcheck: false,
  classes: 'govuk-input--width-10',
  errorMessage: errorOf(errors, 'colour'),
})}
${button({ text: 'Save the colour' })}
</form>
<h2 class="govuk-heading-m">Logo</h2>
${hash === null ? html`<p class="govuk-body">No logo is set, so the council’s name stands at the top.</p>` : html`<p class="govuk-body"><img class="app-header__logo" src="${logoPath(hash)}" alt="The logo of ${council.name}"></p>`}
<form method="post" action="/administration/theme/logo" enctype="multipart/form-data" novalidate>
${csrf}
${fileUpload({
  id: 'logo',
  name: 'logo',
  label: { text: 'New logo' },
  hint: { text: 'A PNG or JPEG picture of up to 200 kB. It shows about 40 pixels high.' },
  errorMessage: errorOf(errors, 'logo'),
})}
${button({ text: 'Save the logo', classes: 'govuk-button--secondary' })}
</form>
${hash !== null && html`<form method="post" action="/administration/theme/logo/remove">${csrf}${button({ text: 'Remove the logo', classes: 'govuk-button--secondary' })}</form>`}`
}
