import {schemaTypes} from '../schemas/index.ts'
import {englishWords} from '../schemas/preview-words.ts'
import {deskSchemaTypes} from '../studio/desk/desk-schema-types.ts'

/** Prints what the schema says to an editor, to be said otherwise under `newsroom` of another language. */
const words: Record<string, string> = {}
deskSchemaTypes(schemaTypes, {
  ...englishWords,
  say: (english) => {
    words[english] = english
    return english
  },
})
process.stdout.write(`${JSON.stringify(words, undefined, 2)}\n`)
