import {SearchIcon} from '@sanity/icons/Search'
import {Box, Flex, Select, Stack, TextInput} from '@sanity/ui'

import {useDeskText} from '../texts/use-desk-text.ts'
import type {ListWishes} from './fetch-articles.ts'
import {useNamedDocuments} from './use-named-documents.ts'

type Wishes = Omit<ListWishes, 'limit' | 'stopped'>

interface ArticleListToolsProps {
  /** Of the list */
  readonly title: string
  readonly wishes: Wishes
  readonly onChange: (wishes: Wishes) => void
}

/** Narrows a list by words, by wire source and by publication. */
export function ArticleListTools({title, wishes, onChange}: ArticleListToolsProps) {
  const text = useDeskText()
  const choices = [
    {
      name: 'wireSource',
      label: text('articles.wire-source'),
      every: text('articles.every-wire-source'),
      documents: useNamedDocuments('wireSource'),
    },
    {
      name: 'publication',
      label: text('articles.publication'),
      every: text('articles.every-publication'),
      documents: useNamedDocuments('publication'),
    },
  ] as const
  return (
    <Box padding={2}>
      <Stack gap={2}>
        <TextInput
          type="search"
          fontSize={1}
          padding={2}
          icon={SearchIcon}
          aria-label={text('articles.search', {list: title})}
          placeholder={text('articles.search-hint')}
          value={wishes.words}
          onChange={({currentTarget}) => onChange({...wishes, words: currentTarget.value})}
        />
        <Flex gap={2}>
          {choices.map(({name, label, every, documents}) => (
            <Box key={name} flex={1}>
              <Select
                fontSize={1}
                padding={2}
                aria-label={label}
                value={wishes[name]}
                onChange={({currentTarget}) => onChange({...wishes, [name]: currentTarget.value})}
              >
                <option value="">{every}</option>
                {documents.map(({id, name: documentName}) => (
                  <option key={id} value={id}>
                    {documentName}
                  </option>
                ))}
              </Select>
            </Box>
          ))}
        </Flex>
      </Stack>
    </Box>
  )
}
