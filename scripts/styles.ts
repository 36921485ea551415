// Writes src/kit/assets/sightline.css from its Sass. Run it after changing the Sass or upgrading
// govuk-frontend; a test compares the two. The compiled file is committed, so that a start need not
// compile anything.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileStyles } from '../src/kit/assets/compile.ts'

writeFileSync(
  fileURLToPath(new URL('../src/kit/assets/sightline.css', import.meta.url)),
  compileStyles(),
)
