/** What an older file goes through before it is served, once; each step takes minutes with a large lake. */
export type Preparation =
  | {
      /** The file is written anew, so that it can be made smaller in parts from then on */
      readonly type: 'file'
      readonly bytes: number
    }
  | {
      readonly type: 'indexes'
      /** Documents that are in the indexes again; first 0, then more and more */
      readonly done: number
      readonly total: number
    }

/** Is told before anything is done: what it throws leaves the file as it was. */
export type HearPreparation = (preparation: Preparation) => void
