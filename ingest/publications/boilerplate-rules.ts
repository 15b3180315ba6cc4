import type {BoilerplateRule} from './boilerplate-rule.ts'
import {COPYRIGHT_LINES} from './rules/copyright-lines.ts'
import {HOUSE_PROMOS} from './rules/house-promos.ts'
import {NEWSLETTERS} from './rules/newsletters.ts'
import {PAGE_NOTES} from './rules/page-notes.ts'
import {RELATED_LINKS} from './rules/related-links.ts'
import {SOCIAL_LINES} from './rules/social-lines.ts'

/** Furniture that papers and sites print round a story; one file a kind. Examples are of our own wording. */
export const BOILERPLATE_RULES: readonly BoilerplateRule[] = [
  ...HOUSE_PROMOS,
  ...NEWSLETTERS,
  ...RELATED_LINKS,
  ...SOCIAL_LINES,
  ...COPYRIGHT_LINES,
  ...PAGE_NOTES,
]
