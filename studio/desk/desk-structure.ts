import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {ComposeIcon} from '@sanity/icons/Compose'
import {DocumentsIcon} from '@sanity/icons/Documents'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {EditIcon} from '@sanity/icons/Edit'
import {InboxIcon} from '@sanity/icons/Inbox'
import {PublishIcon} from '@sanity/icons/Publish'
import type {ComponentType} from 'react'
import type {ListItemBuilder, StructureBuilder, StructureResolver} from 'sanity/structure'

/** The desk in the order of a shift: what came in, what needs a hand, what is out; then who and what it is made with. */
export const deskStructure: StructureResolver = (S) =>
  S.list()
    .id('desk')
    .title('Desk')
    .items([
      recordList(S, {
        id: 'incoming',
        title: 'Incoming',
        icon: InboxIcon,
        states: ['incoming'],
      }),
      articleList(S, {
        id: 'needs-a-headline',
        title: 'Needs a headline',
        icon: ComposeIcon,
        filter: '!defined(headline)',
        newestBy: '_createdAt',
      }),
      recordList(S, {
        id: 'in-progress',
        title: 'In progress',
        icon: EditIcon,
        states: ['drafting', 'subbing', 'legal'],
      }),
      recordList(S, {id: 'ready', title: 'Ready', icon: CheckmarkCircleIcon, states: ['ready']}),
      articleList(S, {
        id: 'published',
        title: 'Published',
        icon: PublishIcon,
        // Set by the publish action; a list shows drafts over what is published and cannot tell the two apart
        filter: 'defined(publishedAt)',
        newestBy: 'publishedAt',
      }),
      articleList(S, {
        id: 'all-articles',
        title: 'All articles',
        icon: DocumentsIcon,
        newestBy: '_updatedAt',
      }),
      S.divider(),
      S.documentTypeListItem('contributor').title('Contributors'),
      S.documentTypeListItem('wireSource').title('Wire sources').icon(EarthGlobeIcon),
      S.documentTypeListItem('publication').title('Publications'),
      S.documentTypeListItem('section').title('Sections'),
      S.documentTypeListItem('topic').title('Topics'),
      S.divider(),
      S.documentTypeListItem('articleRecord').title('Desk records').icon(ClipboardIcon),
      S.documentTypeListItem('boilerplateRule').title('House rules'),
      S.documentTypeListItem('importRun').title('Import runs'),
      S.documentTypeListItem('sourceText').title('Source texts'),
    ])

interface ArticleListOptions {
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  /** GROQ over articles; absent: all of them */
  readonly filter?: string
  /** The field whose newest value comes first */
  readonly newestBy: string
}

function articleList(
  S: StructureBuilder,
  {id, title, icon, filter, newestBy}: ArticleListOptions,
): ListItemBuilder {
  const list = S.documentTypeList('article')
    .id(id)
    .title(title)
    .defaultOrdering([{field: newestBy, direction: 'desc'}])
  const child =
    filter === undefined
      ? list
      : list
          .filter(`_type == "article" && ${filter}`)
          .apiVersion('2025-02-19')
          // An article written anew or opened from elsewhere need not be one of these
          .canHandleIntent(() => false)
  return S.listItem().id(id).title(title).icon(icon).child(child)
}

interface RecordListOptions {
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  readonly states: readonly string[]
}

/**
 * Articles by where they stand on the desk. The list runs over their records and not over a join, for a list is only live
 * where its own documents change; what opens is the article.
 */
function recordList(
  S: StructureBuilder,
  {id, title, icon, states}: RecordListOptions,
): ListItemBuilder {
  return S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child(
      S.documentList()
        .id(id)
        .title(title)
        .schemaType('articleRecord')
        .filter('_type == "articleRecord" && workflowState in $states')
        .params({states})
        .apiVersion('2025-02-19')
        .defaultOrdering([{field: '_createdAt', direction: 'desc'}])
        .initialValueTemplates([])
        // Who asks for a record wants the record itself, under Desk records
        .canHandleIntent(() => false)
        .child((recordId) =>
          S.document()
            .documentId(recordId.replace(/^record\./u, ''))
            .schemaType('article'),
        ),
    )
}
