import type {SchemaTypeDefinition} from '@sanity/types'

import {articleRecord} from './documents/article-record.ts'
import {article} from './documents/article/article.ts'
import {boilerplateRule} from './documents/boilerplate-rule.ts'
import {contributorRecord} from './documents/contributor-record.ts'
import {contributor} from './documents/contributor.ts'
import {importRunItems} from './documents/import-run-items.ts'
import {importRun} from './documents/import-run.ts'
import {publication} from './documents/publication.ts'
import {section} from './documents/section.ts'
import {sourceText} from './documents/source-text.ts'
import {topic} from './documents/topic.ts'
import {wireSource} from './documents/wire-source.ts'
import {articleImage} from './objects/article-image.ts'
import {body} from './objects/body.ts'
import {byline} from './objects/byline.ts'
import {conflict} from './objects/conflict.ts'
import {correction} from './objects/correction.ts'
import {dateline} from './objects/dateline.ts'
import {decision} from './objects/decision.ts'
import {embargo} from './objects/embargo.ts'
import {embed} from './objects/embed.ts'
import {factBox} from './objects/fact-box.ts'
import {finding} from './objects/finding.ts'
import {importItem} from './objects/import-item.ts'
import {keyPoint} from './objects/key-point.ts'
import {kill} from './objects/kill.ts'
import {leadImage} from './objects/lead-image.ts'
import {origin} from './objects/origin.ts'
import {pullQuote} from './objects/pull-quote.ts'
import {relatedArticle} from './objects/related-article.ts'
import {resolution} from './objects/resolution.ts'
import {tableRow} from './objects/table-row.ts'
import {table} from './objects/table.ts'
import {textRepair} from './objects/text-repair.ts'
import {wireCredit} from './objects/wire-credit.ts'

/** Documents that anyone may read once they are published: their ids carry no dot. */
const publicTypes: SchemaTypeDefinition[] = [
  article,
  contributor,
  wireSource,
  publication,
  section,
  topic,
]

/** Documents that need a token: their ids carry a dot. */
const privateTypes: SchemaTypeDefinition[] = [
  articleRecord,
  contributorRecord,
  sourceText,
  importRun,
  importRunItems,
  boilerplateRule,
]

const objectTypes: SchemaTypeDefinition[] = [
  articleImage,
  body,
  byline,
  conflict,
  correction,
  dateline,
  decision,
  embargo,
  embed,
  factBox,
  finding,
  importItem,
  keyPoint,
  kill,
  leadImage,
  origin,
  pullQuote,
  relatedArticle,
  resolution,
  table,
  tableRow,
  textRepair,
  wireCredit,
]

/** Every type of the dataset, as Studio, extraction and tests take them. */
export const schemaTypes: SchemaTypeDefinition[] = [...publicTypes, ...privateTypes, ...objectTypes]

export const publicTypeNames = publicTypes.map(({name}) => name)
export const privateTypeNames = privateTypes.map(({name}) => name)
