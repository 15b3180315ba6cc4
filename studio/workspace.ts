import {visionTool} from '@sanity/vision'
import type {WorkspaceOptions} from 'sanity'
import {structureTool} from 'sanity/structure'

import {publicTypeNames, schemaTypes} from '../schemas/index.ts'
import {ArticleField} from './article/article-field.tsx'
import {ArticleInput} from './article/article-input.tsx'
import {articleActions} from './decisions/article-actions.ts'
import {deskSchemaTypes} from './desk/desk-schema-types.ts'
import {deskStructure} from './desk/desk-structure.ts'
import {previewInspector} from './preview/preview-inspector.tsx'
import {sourceInspector} from './source/source-inspector.tsx'
import {DeskIcon} from './style/desk-icon.tsx'
import {DeskLayout} from './style/desk-layout.tsx'
import {deskTextBundles} from './texts/desk-text-bundles.ts'
import {studioLanguage} from './texts/studio-language.ts'
import {updatesInspector} from './updates/updates-inspector.tsx'
import {articleBadges} from './workflow/article-badges.ts'

/** The desk on a project of Sanity's hosted lake, and what `embeddedWorkspace` builds on. */
export function buildWorkspace(place: {
  readonly projectId: string
  readonly dataset: string
}): WorkspaceOptions {
  return {
    name: 'default',
    title: 'wiredesk',
    basePath: '/',
    icon: DeskIcon,
    studio: {components: {layout: DeskLayout}},
    ...place,
    plugins: [
      structureTool({title: studioLanguage.texts['list.desk'], structure: deskStructure}),
      visionTool({defaultApiVersion: '2025-02-19', defaultDataset: place.dataset}),
      ...(studioLanguage.sanity ? [studioLanguage.sanity] : []),
    ],
    schema: {types: deskSchemaTypes(schemaTypes)},
    i18n: {bundles: [...deskTextBundles]},
    form: {components: {input: ArticleInput, field: ArticleField}},
    document: {
      actions: (actions, {schemaType, versionType}) =>
        schemaType === 'article'
          ? articleActions(actions, versionType === 'scheduled-draft')
          : actions,
      badges: (badges, {schemaType}) =>
        schemaType === 'article' ? [...badges, ...articleBadges] : badges,
      inspectors: (inspectors, {documentType}) =>
        documentType === 'article'
          ? [sourceInspector, updatesInspector, previewInspector, ...inspectors]
          : inspectors,
      // The importer makes the private ones, with ids that say what they belong to
      newDocumentOptions: (options) =>
        options.filter(({templateId}) => publicTypeNames.includes(templateId)),
      comments: {enabled: false},
      askToEdit: {enabled: false},
    },
    releases: {enabled: false},
    scheduledDrafts: {enabled: true},
    scheduledPublishing: {enabled: false},
    tasks: {enabled: false},
  }
}
