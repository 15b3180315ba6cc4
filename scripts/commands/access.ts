import {accessCommand} from '../access-command.ts'

const text = (value: string | boolean | undefined) =>
  typeof value === 'string' ? value : undefined

/** Websites whose pages may read what is published. */
export const originsCommand = accessCommand({
  name: 'origins',
  summary: 'Websites whose pages may read published documents of the local lake',
  addUsage: 'URL',
  removeUsage: 'URL',
  entry: (url) => (url === undefined ? undefined : {url}),
})

/** People who may write. */
export const usersCommand = accessCommand({
  name: 'users',
  summary: 'People who may write in the local lake',
  addUsage: 'ID --name NAME [--email ADDRESS]',
  removeUsage: 'ID',
  options: {
    name: {type: 'string', value: 'NAME', help: 'As the history shows it'},
    email: {type: 'string', value: 'ADDRESS', help: 'Optional'},
  },
  entry(id, values) {
    const name = text(values['name'])
    const email = text(values['email'])
    if (id === undefined || name === undefined) return undefined
    return email === undefined ? {id, name} : {id, name, email}
  },
})

/** Tokens by which people and programs sign in; a new one is shown once. */
export const tokensCommand = accessCommand({
  name: 'tokens',
  summary: 'Tokens by which people and programs sign in to the local lake',
  addUsage: 'USER [--label TEXT]',
  removeUsage: 'ID',
  options: {label: {type: 'string', value: 'TEXT', help: 'What it is for'}},
  entry(userId, values) {
    const label = text(values['label'])
    if (userId === undefined) return undefined
    return label === undefined ? {userId} : {userId, label}
  },
})
