// Written by scripts/govuk-options.ts from govuk-frontend. Do not edit.
import type { Html } from '../html.ts'

type Attributes = Readonly<
  Record<
    string,
    string | number | boolean | { readonly value: unknown; readonly optional?: boolean }
  >
>

export type BackLinkOptions = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly href: string | number
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type BreadcrumbsOptions = {
  readonly items?:
    | readonly (
        | {
            readonly text?: string | number | undefined
            readonly html?: Html | undefined
            readonly href?: string | number | undefined
            readonly attributes?: Attributes | undefined
          }
        | false
        | null
        | undefined
      )[]
    | undefined
  readonly classes?: string | number | undefined
  readonly collapseOnMobile?: boolean | undefined
  readonly attributes?: Attributes | undefined
  readonly labelText?: string | number | undefined
}

export type ButtonOptions = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly type?: string | number | undefined
  readonly name?: string | number | undefined
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly href?: string | number | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly isStartButton?: boolean | undefined
  readonly id?: string | number | undefined
}

export type CharacterCountOptions = {
  readonly id?: string | number | undefined
  readonly name?: string | number | undefined
  readonly rows?: string | number | undefined
  readonly value?: string | number | undefined
  readonly maxlength?: string | number | undefined
  readonly maxwords?: string | number | undefined
  readonly threshold?: string | number | undefined
  readonly countType?: string | number | undefined
  readonly label?: LabelOptions | undefined
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?:
    | {
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
        readonly beforeInput?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
        readonly afterInput?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
      }
    | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
  readonly spellcheck?: boolean | undefined
  readonly countMessage?:
    | {
        readonly classes?: string | number | undefined
      }
    | undefined
  readonly textareaDescriptionText?: string | number | undefined
  readonly charactersUnderLimitText?: Readonly<Record<string, unknown>> | undefined
  readonly charactersAtLimitText?: string | number | undefined
  readonly charactersOverLimitText?: Readonly<Record<string, unknown>> | undefined
  readonly wordsUnderLimitText?: Readonly<Record<string, unknown>> | undefined
  readonly wordsAtLimitText?: string | number | undefined
  readonly wordsOverLimitText?: Readonly<Record<string, unknown>> | undefined
}

export type CheckboxesOptions = {
  readonly describedBy?: string | number | undefined
  readonly fieldset?: FieldsetOptions | undefined
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?:
    | {
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
        readonly beforeInputs?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
        readonly afterInputs?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
      }
    | undefined
  readonly idPrefix?: string | number | undefined
  readonly name: string | number
  readonly items?:
    | readonly (
        | {
            readonly text?: string | number | undefined
            readonly html?: Html | undefined
            readonly id?: string | number | undefined
            readonly name?: string | number | undefined
            readonly value: string | number
            readonly label?:
              | (LabelOptions & {
                  readonly classes?: string | number | undefined
                  readonly attributes?: Attributes | undefined
                })
              | undefined
            readonly hint?: HintOptions | undefined
            readonly divider?: string | number | undefined
            readonly checked?: boolean | undefined
            readonly conditional?:
              | {
                  readonly html?: Html | undefined
                }
              | undefined
            readonly behaviour?: string | number | undefined
            readonly disabled?: boolean | undefined
            readonly attributes?: Attributes | undefined
          }
        | false
        | null
        | undefined
      )[]
    | undefined
  readonly values?: readonly (string | number)[] | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type DateInputOptions = {
  readonly id: string | number
  readonly namePrefix?: string | number | undefined
  readonly items?:
    | readonly (
        | {
            readonly id?: string | number | undefined
            readonly name: string | number
            readonly label?: string | number | undefined
            readonly value?: string | number | undefined
            readonly error?: boolean | undefined
            readonly autocomplete?: string | number | undefined
            readonly pattern?: string | number | undefined
            readonly classes?: string | number | undefined
            readonly attributes?: Attributes | undefined
          }
        | false
        | null
        | undefined
      )[]
    | undefined
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?:
    | {
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
        readonly beforeInputs?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
        readonly afterInputs?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
      }
    | undefined
  readonly fieldset?: FieldsetOptions | undefined
  readonly day?: Readonly<Record<string, unknown>> | undefined
  readonly month?: Readonly<Record<string, unknown>> | undefined
  readonly year?: Readonly<Record<string, unknown>> | undefined
  readonly values?:
    | {
        readonly day?: string | number | undefined
        readonly month?: string | number | undefined
        readonly year?: string | number | undefined
      }
    | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type DetailsOptions = {
  readonly summaryText?: string | number | undefined
  readonly summaryHtml?: Html | undefined
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly id?: string | number | undefined
  readonly open?: boolean | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type ErrorMessageOptions = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly id?: string | number | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
  readonly visuallyHiddenText?: string | number | undefined
}

export type ErrorSummaryOptions = {
  readonly titleText?: string | number | undefined
  readonly titleHtml?: Html | undefined
  readonly descriptionText?: string | number | undefined
  readonly descriptionHtml?: Html | undefined
  readonly errorList?:
    | readonly (
        | {
            readonly href?: string | number | undefined
            readonly text?: string | number | undefined
            readonly html?: Html | undefined
            readonly attributes?: Attributes | undefined
          }
        | false
        | null
        | undefined
      )[]
    | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type FieldsetOptions = {
  readonly describedBy?: string | number | undefined
  readonly legend?:
    | {
        readonly text?: string | number | undefined
        readonly html?: Html | undefined
        readonly classes?: string | number | undefined
        readonly isPageHeading?: boolean | undefined
      }
    | undefined
  readonly classes?: string | number | undefined
  readonly role?: string | number | undefined
  readonly attributes?: Attributes | undefined
  readonly html?: Html | undefined
}

export type FileUploadOptions = {
  readonly name: string | number
  readonly id?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly multiple?: boolean | undefined
  readonly describedBy?: string | number | undefined
  readonly label?: LabelOptions | undefined
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?:
    | {
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
        readonly beforeInput?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
        readonly afterInput?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
      }
    | undefined
  readonly javascript?: boolean | undefined
  readonly chooseFilesButtonText?: string | number | undefined
  readonly dropInstructionText?: string | number | undefined
  readonly multipleFilesChosenText?: Readonly<Record<string, unknown>> | undefined
  readonly noFileChosenText?: string | number | undefined
  readonly enteredDropZoneText?: string | number | undefined
  readonly leftDropZoneText?: string | number | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
  readonly wrapperClasses?: string | number | undefined
  readonly wrapperAttributes?: Attributes | undefined
}

type HintOptions = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly id?: string | number | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type InputOptions = {
  readonly id?: string | number | undefined
  readonly name: string | number
  readonly type?: string | number | undefined
  readonly inputmode?: string | number | undefined
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | number | undefined
  readonly label?: LabelOptions | undefined
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly prefix?:
    | {
        readonly text?: string | number | undefined
        readonly html?: Html | undefined
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
      }
    | undefined
  readonly suffix?:
    | {
        readonly text?: string | number | undefined
        readonly html?: Html | undefined
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
      }
    | undefined
  readonly formGroup?:
    | {
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
        readonly beforeInput?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
        readonly afterInput?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
      }
    | undefined
  readonly classes?: string | number | undefined
  readonly autocomplete?: string | number | undefined
  readonly pattern?: string | number | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocapitalize?: string | number | undefined
  readonly inputWrapper?:
    | {
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
      }
    | undefined
  readonly attributes?: Attributes | undefined
}

export type InsetTextOptions = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly id?: string | number | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

type LabelOptions = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly for?: string | number | undefined
  readonly isPageHeading?: boolean | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type NotificationBannerOptions = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly titleText?: string | number | undefined
  readonly titleHtml?: Html | undefined
  readonly titleHeadingLevel?: string | number | undefined
  readonly type?: string | number | undefined
  readonly role?: string | number | undefined
  readonly titleId?: string | number | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type PaginationOptions = {
  readonly items?:
    | readonly (
        | {
            readonly number?: string | number | undefined
            readonly visuallyHiddenText?: string | number | undefined
            readonly href?: string | number | undefined
            readonly current?: boolean | undefined
            readonly ellipsis?: boolean | undefined
            readonly attributes?: Attributes | undefined
          }
        | false
        | null
        | undefined
      )[]
    | undefined
  readonly previous?:
    | {
        readonly text?: string | number | undefined
        readonly html?: Html | undefined
        readonly labelText?: string | number | undefined
        readonly href: string | number
        readonly attributes?: Attributes | undefined
      }
    | undefined
  readonly next?:
    | {
        readonly text?: string | number | undefined
        readonly html?: Html | undefined
        readonly labelText?: string | number | undefined
        readonly href: string | number
        readonly attributes?: Attributes | undefined
      }
    | undefined
  readonly landmarkLabel?: string | number | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type PanelOptions = {
  readonly titleText?: string | number | undefined
  readonly titleHtml?: Html | undefined
  readonly headingLevel?: number | undefined
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
  readonly actions?:
    | {
        readonly items?:
          | readonly (
              | {
                  readonly text: string | number
                  readonly type?: string | number | undefined
                  readonly href?: string | number | undefined
                  readonly classes?: string | number | undefined
                  readonly attributes?: Attributes | undefined
                }
              | false
              | null
              | undefined
            )[]
          | undefined
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
      }
    | undefined
}

export type PhaseBannerOptions = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly tag?: TagOptions | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type RadiosOptions = {
  readonly fieldset?: FieldsetOptions | undefined
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?:
    | {
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
        readonly beforeInputs?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
        readonly afterInputs?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
      }
    | undefined
  readonly idPrefix?: string | number | undefined
  readonly name: string | number
  readonly items?:
    | readonly (
        | {
            readonly text?: string | number | undefined
            readonly html?: Html | undefined
            readonly id?: string | number | undefined
            readonly value: string | number
            readonly label?:
              | (LabelOptions & {
                  readonly classes?: string | number | undefined
                  readonly attributes?: Attributes | undefined
                })
              | undefined
            readonly hint?: HintOptions | undefined
            readonly divider?: string | number | undefined
            readonly checked?: boolean | undefined
            readonly conditional?:
              | {
                  readonly html?: Html | undefined
                }
              | undefined
            readonly disabled?: boolean | undefined
            readonly attributes?: Attributes | undefined
          }
        | false
        | null
        | undefined
      )[]
    | undefined
  readonly value?: string | number | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type SelectOptions = {
  readonly id?: string | number | undefined
  readonly name: string | number
  readonly items?:
    | readonly (
        | {
            readonly value?: string | number | undefined
            readonly text: string | number
            readonly selected?: boolean | undefined
            readonly disabled?: boolean | undefined
            readonly attributes?: Attributes | undefined
          }
        | false
        | null
        | undefined
      )[]
    | undefined
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | number | undefined
  readonly label?: LabelOptions | undefined
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?:
    | {
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
        readonly beforeInput?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
        readonly afterInput?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
      }
    | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type ServiceNavigationOptions = {
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
  readonly ariaLabel?: string | number | undefined
  readonly menuButtonText?: string | number | undefined
  readonly menuButtonLabel?: string | number | undefined
  readonly navigationLabel?: string | number | undefined
  readonly navigationId?: string | number | undefined
  readonly navigationClasses?: string | number | undefined
  readonly collapseNavigationOnMobile?: boolean | undefined
  readonly serviceName?: string | number | undefined
  readonly serviceUrl?: string | number | undefined
  readonly navigation: readonly (
    | {
        readonly current?: boolean | undefined
        readonly active?: boolean | undefined
        readonly html?: Html | undefined
        readonly text?: string | number | undefined
        readonly href?: string | number | undefined
        readonly attributes?: Attributes | undefined
      }
    | false
    | null
    | undefined
  )[]
  readonly slots?:
    | {
        readonly start?: Html
        readonly end?: Html | { readonly html: Html; readonly align?: 'inline' }
        readonly navigationStart?: Html
        readonly navigationEnd?: Html
      }
    | undefined
}

export type SkipLinkOptions = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly href?: string | number | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type SummaryListOptions = {
  readonly rows: readonly (
    | {
        readonly classes?: string | number | undefined
        readonly key?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
              readonly classes?: string | number | undefined
            }
          | undefined
        readonly value?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
              readonly classes?: string | number | undefined
            }
          | undefined
        readonly actions?:
          | {
              readonly items?:
                | readonly (
                    | {
                        readonly href: string | number
                        readonly text?: string | number | undefined
                        readonly html?: Html | undefined
                        readonly visuallyHiddenText?: string | number | undefined
                        readonly classes?: string | number | undefined
                        readonly attributes?: Attributes | undefined
                      }
                    | false
                    | null
                    | undefined
                  )[]
                | undefined
              readonly classes?: string | number | undefined
            }
          | undefined
      }
    | false
    | null
    | undefined
  )[]
  readonly card?:
    | {
        readonly title?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
              readonly headingLevel?: number | undefined
              readonly classes?: string | number | undefined
            }
          | undefined
        readonly actions?:
          | {
              readonly items?:
                | readonly (
                    | {
                        readonly href: string | number
                        readonly text?: string | number | undefined
                        readonly html?: Html | undefined
                        readonly visuallyHiddenText?: string | number | undefined
                        readonly classes?: string | number | undefined
                        readonly attributes?: Attributes | undefined
                      }
                    | false
                    | null
                    | undefined
                  )[]
                | undefined
              readonly classes?: string | number | undefined
            }
          | undefined
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
      }
    | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type TableOptions = {
  readonly rows: readonly (readonly {
    readonly text?: string | number | undefined
    readonly html?: Html | undefined
    readonly format?: string | number | undefined
    readonly classes?: string | number | undefined
    readonly colspan?: number | undefined
    readonly rowspan?: number | undefined
    readonly attributes?: Attributes | undefined
  }[])[]
  readonly head?:
    | readonly (
        | {
            readonly text?: string | number | undefined
            readonly html?: Html | undefined
            readonly format?: string | number | undefined
            readonly classes?: string | number | undefined
            readonly colspan?: number | undefined
            readonly rowspan?: number | undefined
            readonly attributes?: Attributes | undefined
          }
        | false
        | null
        | undefined
      )[]
    | undefined
  readonly caption?: string | number | undefined
  readonly captionClasses?: string | number | undefined
  readonly firstCellIsHeader?: boolean | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type TabsOptions = {
  readonly id?: string | number | undefined
  readonly idPrefix?: string | number | undefined
  readonly title?: string | number | undefined
  readonly items?:
    | readonly (
        | {
            readonly id: string | number
            readonly label: string | number
            readonly attributes?: Attributes | undefined
            readonly panel?:
              | {
                  readonly text?: string | number | undefined
                  readonly html?: Html | undefined
                  readonly attributes?: Attributes | undefined
                }
              | undefined
          }
        | false
        | null
        | undefined
      )[]
    | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type TagOptions = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type TextareaOptions = {
  readonly id?: string | number | undefined
  readonly name: string | number
  readonly spellcheck?: boolean | undefined
  readonly rows?: string | number | undefined
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | number | undefined
  readonly label?: LabelOptions | undefined
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?:
    | {
        readonly classes?: string | number | undefined
        readonly attributes?: Attributes | undefined
        readonly beforeInput?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
        readonly afterInput?:
          | {
              readonly text?: string | number | undefined
              readonly html?: Html | undefined
            }
          | undefined
      }
    | undefined
  readonly classes?: string | number | undefined
  readonly autocomplete?: string | number | undefined
  readonly attributes?: Attributes | undefined
}

export type WarningTextOptions = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
  readonly iconFallbackText?: string | number | undefined
  readonly classes?: string | number | undefined
  readonly attributes?: Attributes | undefined
}
