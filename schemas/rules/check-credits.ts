import {proseAgencyCredited} from './agency-in-prose.ts'
import {namedAgencies} from './agency-names.ts'
import {overrideExplained, overrideNamesAll} from './byline-override.ts'
import {bylineNamed, bylineNameTidy, bylineOncePerRole} from './byline.ts'
import type {CheckContext} from './check-context.ts'
import {creditPresent, describedForReaders} from './image.ts'
import {itemPath, judge} from './judge.ts'
import {fieldOf, isFields, itemsOf, type Fields} from './narrow.ts'
import type {Problem} from './problem.ts'
import {staffWroteIt} from './staff-byline.ts'
import {creditNotInText, wireCopyCredited, wireCreditNamed} from './wire-credit.ts'

/** Byline, wire credit and the credits of pictures. */
export function checkCredits(article: Fields, context: CheckContext): readonly Problem[] {
  const {sources = [], contributors = [], record} = context
  const agencies = namedAgencies(context.agencies)
  const override = 'bylineOverride.text'
  return [
    ...itemsOf(article, 'bylines').flatMap((entry, index) =>
      checkByline(entry, itemPath('bylines', entry, index)),
    ),
    ...judge('error', 'bylineOncePerRole', 'bylines', bylineOncePerRole(article['bylines'])),
    ...judge('error', 'overrideExplained', override, overrideExplained(article, record)),
    ...judge('error', 'overrideNamesAll', override, overrideNamesAll(article, contributors)),
    ...judge('warning', 'staffWroteIt', 'bylines', staffWroteIt(article, sources, contributors)),
    ...judge('error', 'wireCopyCredited', 'wireCredits', wireCopyCredited(article, sources)),
    ...itemsOf(article, 'wireCredits').flatMap((credit, index) =>
      judge(
        'error',
        'wireCreditNamed',
        itemPath('wireCredits', credit, index),
        wireCreditNamed(credit),
      ),
    ),
    ...judge('error', 'creditNotInText', 'body', creditNotInText(article, agencies)),
    ...judge(
      'warning',
      'proseAgencyCredited',
      'wireCredits',
      proseAgencyCredited(article, agencies),
    ),
    ...checkPicture('leadImage', fieldOf(article, 'leadImage')),
    ...itemsOf(article, 'body').flatMap((block, index) =>
      block['_type'] === 'articleImage' ? checkPicture(itemPath('body', block, index), block) : [],
    ),
  ]
}

function checkByline(entry: Fields, path: string): readonly Problem[] {
  return [
    ...judge('error', 'bylineNamed', path, bylineNamed(entry)),
    ...judge('warning', 'bylineNameTidy', `${path}.nameAsWritten`, bylineNameTidy(entry)),
  ]
}

function checkPicture(path: string, picture: unknown): readonly Problem[] {
  if (!isFields(picture)) return []
  return [
    ...judge('error', 'creditPresent', `${path}.credit`, creditPresent(picture)),
    ...judge('error', 'describedForReaders', `${path}.alt`, describedForReaders(picture)),
  ]
}
