import type { Html } from '../html.ts'

/**
 * The colours and lines of `charts.scss`, where no page brings them: on white, which is what paper and
 * most documents are. A test holds the two together.
 */
export const standaloneStyle = `.chart{color:#17222b;background:#fff;font-family:arial,sans-serif;font-variant-numeric:tabular-nums lining-nums}
.chart text{fill:#4b5963}
.chart__band{fill:#17222b;fill-opacity:.065}
.chart__limit{stroke:#7d8a90;stroke-width:.75;stroke-opacity:.55}
.chart__centre{stroke:#7d8a90;stroke-width:1}
.chart__line{stroke:#7d8a90;stroke-width:1.25;stroke-linejoin:round;stroke-linecap:round}
.chart__dot{fill:#4b5963}
.chart__mark{stroke:#fff;stroke-width:1}
.chart__mark--better{fill:#0b6350}
.chart__mark--worse{fill:#a3341a}
.chart__mark--other{fill:#14505c}
.chart__rule{stroke:#7d8a90;stroke-width:1}
.chart__target{stroke:#17222b;stroke-width:1}
.chart__level{stroke:#14505c;stroke-width:2}
.chart__event{stroke:#7d8a90;stroke-width:1}
.chart .chart__label--last{fill:#17222b;font-weight:600}
.chart .chart__label--level{fill:#14505c}
.chart .chart__label--target{fill:#17222b}
@media print{.chart *{print-color-adjust:exact}}`

/**
 * The first drawing of a page as a file of its own, the very one that the page shows: with its title,
 * its description and its style. Null where nothing is drawn.
 */
export function drawingOf(body: Html): string | null {
  const found = /<svg class="chart chart--control[^>]*>[\s\S]*?<\/svg>/.exec(body.toString())
  if (found === null) return null
  const [drawing] = found
  const head = drawing.indexOf('>')
  return `<?xml version="1.0" encoding="UTF-8"?>
${drawing.slice(0, head).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')}><style>${standaloneStyle}</style>${drawing.slice(head + 1)}
`
}
