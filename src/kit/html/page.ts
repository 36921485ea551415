import {
  breadcrumbs,
  errorSummary,
  backLink,
  phaseBanner,
  serviceNavigation,
  skipLink,
} from './components/index.ts'
import { type Content, type Html, attributes, html } from './html.ts'

export type Link = { readonly text: string; readonly href: string }

/** What every page of one installation shares. */
export type Site = {
  readonly product: string
  /** Whose installation it is: the name of the council. */
  readonly council: string
  /** The folder of the stylesheet and scripts, which changes with their content: `/assets/3f2a…`. */
  readonly assets: string
  /** The council's logo: a file of the assets folder, or a path that begins with a slash. */
  readonly logo?: string | undefined
  /** Where the council's own colour is set; the installation's, if unsaid. */
  readonly brandStyles?: string | undefined
  readonly navigation: readonly Link[]
  readonly footer: readonly Link[]
  /** A sentence each at the top of every page, such as that this is a demonstration. */
  readonly notices?: readonly { readonly tag: string; readonly text: string }[] | undefined
}

export type FieldError = { readonly field: string; readonly message: string }

export type Page = {
  readonly title: string
  readonly body: Content
  /** The `href` of the entry of the navigation that this page belongs to. */
  readonly current?: string | undefined
  /** From the top down to the page above this one. */
  readonly breadcrumbs?: readonly Link[] | undefined
  readonly back?: Link | undefined
  /** Uses the whole width of the window, for wide tables. */
  readonly wide?: boolean | undefined
  /** What is wrong with a form that was sent; each links to its field. */
  readonly errors?: readonly FieldError[] | undefined
}

const mark = html`<svg class="app-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><circle cx="16" cy="16" r="10.5" fill="none" stroke="currentColor" stroke-width="3"/><path d="M1 16h30" stroke="currentColor" stroke-width="3"/><circle cx="16" cy="16" r="4.5" fill="currentColor"/></svg>`

const header = (
  site: Site,
  current: string | undefined,
): Html => html`<header class="govuk-template__header app-header">
<div class="govuk-width-container app-header__top">
<a class="app-header__home" href="/">${mark}<span class="app-header__product">${site.product}</span></a>
<p class="app-header__council">${
  site.logo
    ? html`<img class="app-header__logo" src="${site.logo.startsWith('/') ? site.logo : `${site.assets}/${site.logo}`}" alt="${site.council}">`
    : site.council
}</p>
</div>
${
  site.navigation.length > 0 &&
  serviceNavigation({
    navigationLabel: 'Menu',
    navigation: site.navigation.map(item => ({ ...item, active: item.href === current })),
  })
}
${site.notices?.map(({ tag, text }) => html`<div class="govuk-width-container">${phaseBanner({ tag: { text: tag }, text })}</div>`)}
</header>`

const footer = (site: Site): Html => html`<footer class="govuk-template__footer app-footer">
<div class="govuk-width-container">
<h2 class="govuk-visually-hidden">About this service</h2>
<ul class="app-footer__links">${site.footer.map(
  link =>
    html`<li><a class="govuk-link govuk-link--no-visited-state" href="${link.href}">${link.text}</a></li>`,
)}</ul>
<p class="app-footer__owner">${site.product} for ${site.council}</p>
</div>
</footer>`

const summary = (errors: readonly FieldError[]): Html =>
  errorSummary({
    titleText: 'There is a problem',
    errorList: errors.map(error => ({ text: error.message, href: `#${error.field}` })),
  })

/** A whole document. Nothing in it is inline script or style: the content security policy refuses both. */
export function page(site: Site, options: Page): Html {
  const { title, body, current, wide } = options
  const errors = options.errors ?? []
  return html`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${errors.length > 0 && 'Error: '}${title} – ${site.product}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<link rel="icon" href="${site.assets}/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="${site.assets}/sightline.css">
<link rel="stylesheet" href="${site.brandStyles ?? `${site.assets}/brand.css`}">
<script type="module" src="${site.assets}/sightline.js"></script>
</head>
<body class="govuk-template__body${wide && ' app-body--wide'}">
${skipLink({ href: '#main-content', text: 'Skip to main content' })}
${header(site, current)}
<div class="govuk-width-container">
${options.breadcrumbs && breadcrumbs({ items: options.breadcrumbs, collapseOnMobile: true })}
${options.back && backLink(options.back)}
<main class="govuk-main-wrapper"${attributes({ id: 'main-content', tabindex: -1 })}>
${errors.length > 0 && summary(errors)}
${body}
</main>
</div>
${footer(site)}
</body>
</html>
`
}
