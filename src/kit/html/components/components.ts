// The components of the GOV.UK Design System that Sightline uses, by the names they have there:
// https://design-system.service.gov.uk/components/
// The header and footer of GOV.UK are left out: they carry the crown. Ours are in ../page.ts.
import { component } from './component.ts'
import type * as O from './options.ts'

export const backLink = component<O.BackLinkOptions>('back-link')
export const breadcrumbs = component<O.BreadcrumbsOptions>('breadcrumbs')
export const button = component<O.ButtonOptions>('button')
export const characterCount = component<O.CharacterCountOptions>('character-count')
export const checkboxes = component<O.CheckboxesOptions>('checkboxes')
export const dateInput = component<O.DateInputOptions>('date-input')
export const details = component<O.DetailsOptions>('details')
export const errorMessage = component<O.ErrorMessageOptions>('error-message')
export const errorSummary = component<O.ErrorSummaryOptions>('error-summary')
export const fieldset = component<O.FieldsetOptions>('fieldset')
export const fileUpload = component<O.FileUploadOptions>('file-upload')
export const input = component<O.InputOptions>('input')
export const insetText = component<O.InsetTextOptions>('inset-text')
export const notificationBanner = component<O.NotificationBannerOptions>('notification-banner')
export const pagination = component<O.PaginationOptions>('pagination')
export const panel = component<O.PanelOptions>('panel')
export const phaseBanner = component<O.PhaseBannerOptions>('phase-banner')
export const radios = component<O.RadiosOptions>('radios')
export const select = component<O.SelectOptions>('select')
export const serviceNavigation = component<O.ServiceNavigationOptions>('service-navigation')
export const skipLink = component<O.SkipLinkOptions>('skip-link')
export const summaryList = component<O.SummaryListOptions>('summary-list')
export const table = component<O.TableOptions>('table')
export const tabs = component<O.TabsOptions>('tabs')
export const tag = component<O.TagOptions>('tag')
export const textarea = component<O.TextareaOptions>('textarea')
export const warningText = component<O.WarningTextOptions>('warning-text')
