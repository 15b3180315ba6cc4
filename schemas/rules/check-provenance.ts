import {blockText} from '../portable-text.ts'
import {bodyPresent, residueIn} from './body.ts'
import type {CheckContext} from './check-context.ts'
import {itemPath, judge} from './judge.ts'
import {ledgerWhole, littleRemoved, spansResolved} from './ledger.ts'
import {itemsOf, type Fields} from './narrow.ts'
import {conflictsDecided, correctionMerged} from './newer-copy.ts'
import type {Problem} from './problem.ts'
import {currentSources} from './source-documents.ts'

/** The text and where it came from. */
export function checkProvenance(article: Fields, context: CheckContext): readonly Problem[] {
  const {sources = [], record} = context
  return [
    ...judge('error', 'bodyPresent', 'body', bodyPresent(article)),
    ...itemsOf(article, 'body').flatMap((block, index) =>
      residueIn(blockText(block)).flatMap((sentence) =>
        judge('warning', 'noResidue', itemPath('body', block, index), sentence),
      ),
    ),
    ...currentSources(sources).flatMap((source) => checkSource(source, context)),
    ...judge('warning', 'correctionMerged', '', correctionMerged(sources, record)),
    ...judge('warning', 'conflictsDecided', '', conflictsDecided(record)),
  ]
}

function checkSource(source: Fields, {record, ledgerFaults}: CheckContext): readonly Problem[] {
  return [
    ...judge('error', 'ledgerWhole', '', ledgerWhole(source, ledgerFaults?.(source) ?? [])),
    ...judge('error', 'spansResolved', '', spansResolved(source, record)),
    ...judge('warning', 'littleRemoved', '', littleRemoved(source)),
  ]
}
