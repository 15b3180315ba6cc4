import {BookIcon} from '@sanity/icons/Book'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {DocumentsIcon} from '@sanity/icons/Documents'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {EditIcon} from '@sanity/icons/Edit'
import {FilterIcon} from '@sanity/icons/Filter'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {InboxIcon} from '@sanity/icons/Inbox'
import {LockIcon} from '@sanity/icons/Lock'
import {PublishIcon} from '@sanity/icons/Publish'
import {RevertIcon} from '@sanity/icons/Revert'
import {SunIcon} from '@sanity/icons/Sun'
import type {SortOrderingItem} from '@sanity/types'
import type {ComponentType} from 'react'
import type {ListItemBuilder, StructureBuilder, StructureResolver} from 'sanity/structure'

import {DESK_TEXTS} from '../texts/desk-text-bundles.ts'
import {studioLanguage} from '../texts/studio-language.ts'
import {ArticleList} from './article-list.tsx'
import {type DeskListId, deskLists} from './desk-lists.ts'

/** The desk in the order of a shift: what came in, what needs a hand, what is out; then who and what it is made with. */
export const deskStructure: StructureResolver = (S) =>
  S.list()
    .id('desk')
    .title(studioLanguage.texts['list.desk'])
    .items([
      ...deskLists.map(({id}) => articleList(S, id)),
      S.divider(),
      typeList(S, 'contributors', 'contributor'),
      typeList(S, 'wire-sources', 'wireSource').icon(EarthGlobeIcon),
      publications(S),
      typeList(S, 'sections', 'section'),
      typeList(S, 'topics', 'topic'),
      typeList(S, 'house-rules', 'boilerplateRule', BY_NAME),
      S.divider(),
      typeList(S, 'import-runs', 'importRun', newestBy('startedAt')),
      typeList(S, 'source-texts', 'sourceText', newestBy('receivedAt')),
      typeList(S, 'desk-records', 'articleRecord').icon(ClipboardIcon),
    ])

const icons: Readonly<Record<DeskListId, ComponentType>> = {
  'incoming': InboxIcon,
  'needs-a-person': HelpCircleIcon,
  'in-progress': EditIcon,
  'ready': CheckmarkCircleIcon,
  'embargoed': LockIcon,
  'published-today': SunIcon,
  'published': PublishIcon,
  'corrected': RevertIcon,
  'killed': CloseCircleIcon,
  'all-articles': DocumentsIcon,
}

function articleList(S: StructureBuilder, id: DeskListId): ListItemBuilder {
  const {title, i18n} = titled(`list.${id}`)
  return S.listItem()
    .id(id)
    .title(title)
    .i18n(i18n)
    .icon(icons[id])
    .child(
      S.component(ArticleList)
        .id(id)
        .title(title)
        .i18n(i18n)
        .options({list: id})
        .maxWidth(720)
        .child((articleId) => S.document().documentId(articleId).schemaType('article')),
    )
}

/** Each publication with the house rules that hold for it. */
function publications(S: StructureBuilder): ListItemBuilder {
  const {title, i18n} = titled('list.publications')
  const one = titled('list.publication')
  return S.listItem()
    .id('publications')
    .title(title)
    .i18n(i18n)
    .icon(BookIcon)
    .child(
      S.documentTypeList('publication')
        .title(title)
        .i18n(i18n)
        .child((id) =>
          S.list()
            .id(id)
            .title(one.title)
            .i18n(one.i18n)
            .items([
              S.documentListItem().id(id).schemaType('publication'),
              S.divider(),
              houseRules(S, id),
            ]),
        ),
    )
}

function houseRules(S: StructureBuilder, publicationId: string): ListItemBuilder {
  const {title, i18n} = titled('list.house-rules')
  return S.listItem()
    .id('rules')
    .title(title)
    .i18n(i18n)
    .icon(FilterIcon)
    .child(
      S.documentList()
        .id('rules')
        .title(title)
        .i18n(i18n)
        .schemaType('boilerplateRule')
        .apiVersion('2025-02-19')
        .filter(
          '_type == "boilerplateRule" && (publication._ref == $publicationId || !defined(publication))',
        )
        .params({publicationId})
        .defaultOrdering([BY_NAME])
        .initialValueTemplates([]),
    )
}

type TypeListId =
  | 'contributors'
  | 'wire-sources'
  | 'sections'
  | 'topics'
  | 'house-rules'
  | 'import-runs'
  | 'source-texts'
  | 'desk-records'

const BY_NAME: SortOrderingItem = {field: 'name', direction: 'asc'}

function newestBy(field: string): SortOrderingItem {
  return {field, direction: 'desc'}
}

/** @param order - What the list begins with, until an editor sorts it */
function typeList(
  S: StructureBuilder,
  id: TypeListId,
  type: string,
  order?: SortOrderingItem,
): ListItemBuilder {
  const {title, i18n} = titled(`list.${id}`)
  const list = S.documentTypeList(type).id(id).title(title).i18n(i18n)
  return S.documentTypeListItem(type)
    .id(id)
    .title(title)
    .i18n(i18n)
    .child(order === undefined ? list : list.defaultOrdering([order]))
}

/** The words stand beside the key, for the parts of Sanity that do not ask for it. */
function titled(key: `list.${DeskListId | TypeListId | 'publication' | 'publications'}`) {
  return {title: studioLanguage.texts[key], i18n: {title: {ns: DESK_TEXTS, key}}}
}
