import {defineQuery} from 'groq'

import {readerFields} from './fragments/reader-fields.ts'

/**
 * One article by its published id as its readers would get it, or `null`: for the desk, which asks with a token and in the perspective
 * `drafts`. It gives what is under embargo too; other stories come along only where readers may see them at `$now` (ISO 8601).
 */
export const articlePreviewQuery = defineQuery(`
  *[_type == "article" && _id == $id][0]{
    ${readerFields}
  }
`)
