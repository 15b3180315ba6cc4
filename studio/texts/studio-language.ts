import {english} from './english.ts'
import type {Language} from './language.ts'

/** What all editors of this Studio read: Sanity keeps its own choice of languages closed. Another one is a file like `english.ts`. */
export const studioLanguage: Language = english
