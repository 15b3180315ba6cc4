import type {Mutation} from '@sanity/client'

import {type Fields, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'

/** The mutation that makes the private record of an article that has none. */
export function recordFirst(article: Fields): Mutation {
  const _ref = textOf(article, '_id').replace(/^drafts\./u, '')
  return {
    createIfNotExists: {
      _id: recordIdOf(_ref),
      _type: 'articleRecord',
      article: {_type: 'reference', _ref, _weak: true},
    },
  }
}
