import { citeLaw, type Day, longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable, tag } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Holder, Person, Post, StatutoryPost } from '../body.ts'
import { sameWords, statutoryPosts, type Vacancy } from '../standing.ts'
import { dayForm, onDay, personLink, timeOf } from './parts.view.ts'

export const postPath = (id: string): string => `/posts/${id}`

export interface PostLine {
  readonly post: Post
  /** Who held it on the day; null for nobody. */
  readonly holder: Holder | null
  readonly person: Person | undefined
}

export interface PostsModel {
  readonly day: Day
  readonly today: Day
  readonly asked: { readonly typed: string; readonly wrong: string | null }
  readonly posts: readonly PostLine[]
  readonly vacancies: readonly Vacancy[]
  readonly mayKeep: boolean
}

export function postsView({ day, today, asked, posts, vacancies, mayKeep }: PostsModel): Html {
  return html`${heading({
    title: 'Posts',
    lead: `Who ${day === today ? 'is in post today' : `was in post on ${longDay(day)}`}, and who held each post before and after.`,
  })}
${mayKeep && html`<div class="govuk-button-group">${button({ text: 'Add a post', href: '/posts/new' })}</div>`}
${dayForm('/posts', 'Who was in post on', asked)}
${vacancies.length > 0 && vacanciesView(vacancies, day, today)}
<h2 class="govuk-heading-m">In post ${onDay(day, today)}</h2>
${
  posts.length === 0
    ? emptyState({
        title: 'No posts yet',
        text: 'Add the posts whose holders answer for something, with the days on which they began.',
      })
    : dataTable({
        caption: `In post ${onDay(day, today)}`,
        captionHidden: true,
        columns: [
          {
            heading: 'Post',
            names: true,
            cell: ({ post }) =>
              html`<a class="govuk-link" href="${postPath(post.id)}">${post.title}</a>${isStatutory(post) && html` ${tag({ text: 'Statutory', classes: 'govuk-tag--blue' })}`}`,
          },
          {
            heading: 'Held by',
            cell: ({ holder, person }) =>
              holder === null
                ? tag({ text: 'Vacant', classes: 'govuk-tag--yellow' })
                : html`${personLink(person)}${holder.interim && html` ${interimTag}`}`,
          },
          { heading: 'When', cell: ({ holder }) => (holder === null ? '' : timeOf(holder)) },
        ],
        rows: posts,
      })
}`
}

const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`

const isStatutory = ({ statutory }: Post): boolean =>
  statutory !== null && statutoryPosts[statutory].law !== null

function lawWords(statutory: StatutoryPost | null): string {
  const law = statutory === null ? null : statutoryPosts[statutory].law
  return law === null ? 'no law names it' : citeLaw(law)
}

const interimTag = tag({ text: 'Interim', classes: 'govuk-tag--yellow' })

function vacanciesView(vacancies: readonly Vacancy[], day: Day, today: Day): Html {
  const words = ({ state, since }: Vacancy): string => {
    if (state === 'not listed')
      return 'No post here carries this duty. Add it, or say which one does.'
    if (state === 'interim') return 'Held for the time being.'
    return since === null ? 'Nobody has held it yet.' : `Nobody held it after ${longDay(since)}.`
  }
  return html`<h2 class="govuk-heading-m">Statutory posts to look at</h2>
<p class="govuk-body">Posts that a council has to have filled, or relies on to decide lawfully, as ${day === today ? 'they stand' : 'they stood on'} ${onDay(day, today)}:</p>
${dataTable<Vacancy>({
  caption: 'Statutory posts that are vacant or held for the time being',
  captionHidden: true,
  columns: [
    { heading: 'Post', names: true, cell: each => statutoryPosts[each.statutory].title },
    {
      heading: 'State',
      cell: ({ state }) =>
        state === 'interim'
          ? interimTag
          : tag({
              text: state === 'vacant' ? 'Vacant' : 'Not listed',
              classes: 'govuk-tag--red',
            }),
    },
    { heading: 'What is known', cell: words },
    { heading: 'Law', cell: each => sentence(lawWords(each.statutory)) },
  ],
  rows: vacancies,
})}`
}

export interface PostModel {
  readonly post: Post
  readonly today: Day
  /** Everybody who ever held it, the latest first, with the days on which nobody did between. */
  readonly held: readonly { readonly holder: Holder; readonly person: Person | undefined }[]
  readonly gaps: readonly { readonly fromOn: Day; readonly untilOn: Day | null }[]
  readonly mayKeep: boolean
}

export function postView({ post, today, held, gaps, mayKeep }: PostModel): Html {
  const law = post.statutory === null ? null : statutoryPosts[post.statutory]
  const rows = [
    ...held.map(each => ({ ...each.holder, ...each, isGap: false as const })),
    ...gaps.map(gap => ({ ...gap, isGap: true as const })),
  ].toSorted((a, b) => b.fromOn - a.fromOn)
  type Row = (typeof rows)[number]
  return html`${heading({ title: post.title, caption: 'Post', lead: law !== null && `${sameWords(law.title, post.title) ? 'A post that a council has to have filled' : law.title}: ${lawWords(post.statutory)}` })}
${
  mayKeep &&
  html`<div class="govuk-button-group">${button({ text: 'Enter who takes it', href: `${postPath(post.id)}/holders/new` })}</div>`
}
${
  held.length === 0
    ? html`<p class="govuk-body">Nobody is entered for it yet.</p>`
    : dataTable<Row>({
        caption: 'Who held it, and when',
        columns: [
          {
            heading: 'Who',
            names: true,
            cell: row =>
              row.isGap
                ? tag({ text: 'Vacant', classes: 'govuk-tag--yellow' })
                : html`${personLink(row.person)}${row.holder.interim && html` ${interimTag}`}`,
          },
          { heading: 'When', cell: row => timeOf(row) },
          ...(mayKeep
            ? [
                {
                  heading: 'Change',
                  cell: (row: Row) =>
                    !row.isGap && (row.untilOn === null || row.untilOn > today)
                      ? html`<a class="govuk-link" href="${postPath(post.id)}/holders/${row.holder.personId}/end">Enter the last day<span class="govuk-visually-hidden"> in this post</span></a>`
                      : '',
                },
              ]
            : []),
        ],
        rows,
      })
}`
}
