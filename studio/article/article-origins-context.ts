import {createContext, useContext} from 'react'

import type {ArticleOrigins} from './use-article-origins.ts'

export const OriginsContext = createContext<ArticleOrigins>({type: 'loading'})

/** Where the article of the form around comes from. */
export function useOriginsOfForm(): ArticleOrigins {
  return useContext(OriginsContext)
}
