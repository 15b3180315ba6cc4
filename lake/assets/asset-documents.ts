/** A document about an asset, as it is stored. */
export type AssetDocument = Readonly<Record<string, unknown>> & {
  readonly _id: string
  readonly _type: 'sanity.imageAsset' | 'sanity.fileAsset'
}

/** All that the assets need of the store. */
export interface AssetDocuments {
  /** The document with this id in the dataset, or `undefined` */
  find(dataset: string, id: string): Promise<Readonly<Record<string, unknown>> | undefined>
  /** Makes the document unless it is there */
  create(dataset: string, document: AssetDocument, author: string): Promise<void>
}
