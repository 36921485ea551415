import {
  type PDFFont,
  type PDFPage,
  beginMarkedContent,
  degrees,
  endMarkedContent,
  rgb,
} from 'pdf-lib'

const strip = 26
const size = 9
const inset = 28

/**
 * Writes a page's name at the foot of a page. Below a page that came from elsewhere the paper grows
 * by a strip, so that the name never stands upon what is on it, whichever way the page is turned.
 */
export function stamp(
  page: PDFPage,
  words: string,
  font: PDFFont,
  room: 'in the margin' | 'below',
): void {
  const wide = font.widthOfTextAtSize(words, size)
  page.pushOperators(beginMarkedContent('Artifact'))
  const colour = rgb(0.09, 0.13, 0.17)
  if (room === 'in the margin')
    page.drawText(words, { x: page.getWidth() - 64 - wide, y: 39, size, font, color: colour })
  else {
    const { at, angle, blank } = below(page, wide)
    page.drawRectangle({ ...blank, color: rgb(1, 1, 1) })
    page.drawText(words, { ...at, rotate: degrees(angle), size, font, color: colour })
  }
  page.pushOperators(endMarkedContent())
}

type Below = {
  readonly at: { readonly x: number; readonly y: number }
  readonly angle: number
  readonly blank: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
}

/** Grows the paper on the side that is the lower one as the page is shown. */
function below(page: PDFPage, wide: number): Below {
  const { x, y, width, height } = page.getCropBox()
  const turned = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270
  const [right, top] = [x + width, y + height]
  const grown = {
    0: {
      box: [x, y - strip, width, height + strip],
      blank: [x, y - strip, width, strip],
      at: [right - inset - wide, y - strip + 10],
      angle: 0,
    },
    90: {
      box: [x, y, width + strip, height],
      blank: [right, y, strip, height],
      at: [right + strip - 10, top - inset - wide],
      angle: 90,
    },
    180: {
      box: [x, y, width, height + strip],
      blank: [x, top, width, strip],
      at: [x + inset + wide, top + strip - 10],
      angle: 180,
    },
    270: {
      box: [x - strip, y, width + strip, height],
      blank: [x - strip, y, strip, height],
      at: [x - strip + 10, y + inset + wide],
      angle: 270,
    },
  } as const
  const { box, blank, at, angle } = grown[turned] ?? grown[0]
  const media = page.getMediaBox()
  const [left, low] = [Math.min(media.x, box[0]), Math.min(media.y, box[1])]
  page.setMediaBox(
    left,
    low,
    Math.max(media.x + media.width, box[0] + box[2]) - left,
    Math.max(media.y + media.height, box[1] + box[3]) - low,
  )
  page.setCropBox(box[0], box[1], box[2], box[3])
  return {
    at: { x: at[0], y: at[1] },
    angle,
    blank: { x: blank[0], y: blank[1], width: blank[2], height: blank[3] },
  }
}
