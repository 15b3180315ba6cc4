import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import {findBarriers} from './testing/find-barriers.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

const first = [
  'Skerries ferries to stay in port until Friday',
  'CALLOW, Nov 20 (Reuters) - The ferries to the Outer Skerries will stay in port until Friday, their operator said.',
  'Crews have been on strike for nine days over rest between shifts and the state of their cabins.',
  'The harbour master of Callow said that no lorry would be let on the quay before noon.',
  '"We will not sail with tired people," said Una Brack, who speaks for the crews.',
  'Shops on the islands have flour for a week, and the mayor asked people to buy no more than they need.',
]
const second = [
  'UPDATE 1-Skerries ferries to stay in port until Monday',
  '(Adds talks, harbour master on lorries)',
  'CALLOW, Nov 20 (Reuters) - The ferries to the Outer Skerries will stay in port until Monday, their operator said.',
  first[5],
  'Both sides will meet in Stennet on Saturday, a mediator said.',
  'The harbour master of Callow said that no lorry would be let on the quay before three in the afternoon.',
  first[4],
]
const third = second.map((line) =>
  line?.replace('UPDATE 1', 'UPDATE 2').replace('Monday', 'Tuesday'),
)

describe.skipIf(findChromium() === undefined)('Wire updates', () => {
  let newsroom: Newsroom
  let desk: DeskPage
  let page: Page
  let folder: string

  const updates = () => page.getByRole('region', {name: 'What the wire changed'})
  const change = (name: RegExp) => updates().getByRole('listitem', {name})
  const labels = () =>
    updates()
      .locator('[data-path]')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')))
  const said = (words: string) => updates().getByRole('status').getByText(words).waitFor()
  const draft = () =>
    newsroom.editor.fetch<{
      _id: string
      headline: string
      body: readonly {_key: string; text: string}[]
    }>(
      '*[_type == "article" && _id in path("drafts.**")][0]{_id, headline, "body": body[]{_key, "text": pt::text(@)}}',
    )

  /** Sends the story once more, as the agency does. */
  async function send(version: number, lines: readonly (string | undefined)[]): Promise<void> {
    const file = join(folder, `ferry-${version}.txt`)
    const notes = {provider: 'North Wire', itemId: `ferry-${version}`, itemVersion: `${version}`}
    await writeFile(file, lines.join('\n\n'))
    await writeFile(`${file}.json`, JSON.stringify({...notes, storyId: 'ferry'}))
    await newsroom.wiredesk('import', file)
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wiredesk-wire-'))
    newsroom = await openNewsroom()
    await send(1, first)
    const {_id, body} = await draft()
    await newsroom.editor
      .patch(_id)
      .set({
        headline: 'Islanders wait for ferries until Friday',
        [`body[_key=="${body[2]?._key}"].children[0].text`]:
          'No lorry is let on the quay of Callow before noon.',
      })
      .commit()
    await send(2, second)
    desk = await newsroom.openDesk()
    page = desk.page
    await page.setViewportSize({width: 1440, height: 900})
    await page.getByRole('link', {name: 'Incoming', exact: true}).click()
    await page.getByRole('link', {name: /Islanders wait/u}).click()
  })

  afterAll(async () => {
    await newsroom?.close()
    await rm(folder, {recursive: true})
  })

  test('an update that waits for a decision opens beside the form, change by change', async () => {
    await updates().waitFor()
    await desk.screenshot('30-wire-update')

    expect(await labels()).toEqual([
      'Headline: Changed. To decide',
      'Paragraph 1: Changed. Taken',
      'Paragraph 2: Taken out. Taken',
      'Paragraph 2: Moved. Taken',
      'Paragraph 3: New. Taken',
      'Paragraph 4: Changed. To decide',
    ])
    expect(await page.getByText('The agency says').innerText()).toBe(
      'The agency says: “UPDATE 1: Adds talks, harbour master on lorries”',
    )
    expect(
      await change(/^Headline/u)
        .locator('dd')
        .allInnerTexts(),
    ).toEqual([
      'Skerries ferries to stay in port until Friday',
      'Skerries ferries to stay in port until Monday',
      'Islanders wait for ferries until Friday',
    ])
    expect(
      await change(/^Paragraph 1/u)
        .locator('del, ins')
        .allInnerTexts(),
    ).toEqual(['Friday', 'Monday'])
  })

  test('what is the same in both versions is folded, and unfolds', async () => {
    const fold = updates()
      .getByText(/unchanged$/u)
      .last()
    await fold.focus()
    await page.keyboard.press('Enter')

    expect(await updates().getByText('Una Brack').isVisible()).toBe(true)
  })

  test('axe finds no barrier', async () => {
    expect(await findBarriers(page, '[aria-label="What the wire changed"]')).toEqual([])
  })

  test('arrows lead from change to change, and Enter into the form', async () => {
    await change(/^Headline/u).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByTestId('field-body').locator('[contenteditable]:focus').waitFor()

    expect(await page.getByTestId('field-body').locator('[contenteditable]:focus').count()).toBe(1)
  })

  test('K keeps ours, T takes theirs; each is said, and leads to what is still open', async () => {
    await change(/^Headline/u).focus()
    await page.keyboard.press('k')
    await said('Headline: ours stands. 6 changes: 1 to decide.')
    await change(/^Paragraph 4/u)
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.press('t')
    await said('Paragraph 4: taken from the wire. 6 changes: nothing left to decide.')
    await desk.screenshot('31-wire-update-decided')

    expect(await newsroom.editor.fetch(recordQuery)).toEqual([
      {field: 'headline', state: 'keptOurs', by: 'Administrator'},
      {field: expect.stringMatching(/^body/u), state: 'tookTheirs', by: 'Administrator'},
    ])
    expect(await draft()).toMatchObject({headline: 'Islanders wait for ferries until Friday'})
  })

  test('O goes back to what we had everywhere, A takes all', async () => {
    await change(/^Headline/u).focus()
    await page.keyboard.press('o')
    await said('Ours stands everywhere. 6 changes: nothing left to decide.')
    const ours = await draft()
    await page.keyboard.press('a')
    await said('All taken from the wire. 6 changes: nothing left to decide.')

    expect(ours.body.map(({text}) => text)).toEqual([
      withoutDateline(first[1]),
      first[2],
      'No lorry is let on the quay of Callow before noon.',
      first[4],
      first[5],
    ])
    expect(await draft()).toMatchObject({
      headline: 'Skerries ferries to stay in port until Monday',
      body: [
        {text: withoutDateline(second[2])},
        {text: second[3]},
        {text: second[4]},
        {text: second[5]},
        {text: second[6]},
      ],
    })
  })

  test('a colleague’s words show in the comparison as they are typed', async () => {
    const colleague = await newsroom.openDesk()
    await colleague.page.getByRole('link', {name: 'Incoming', exact: true}).click()
    await colleague.page.getByRole('link', {name: /Skerries ferries/u}).click()
    const headline = colleague.page.getByTestId('field-headline').locator('textarea')
    await headline.fill('Skerries wait')
    await change(/^Headline: Changed. Ours stands/u)
      .getByText('Skerries wait')
      .waitFor()

    expect(colleague.faults).toEqual([])
    await colleague.page.close()
  })

  test('a version that comes in meanwhile takes the place of the one before, without a reload', async () => {
    await send(3, third)
    await page.getByText('UPDATE 2: Adds talks').waitFor()
    await change(/^Headline: Changed. To decide/u).waitFor()
    await page.getByLabel('Compared with').selectOption({index: 0})
    await change(/^Paragraph 2: Moved/u).waitFor()
    await desk.screenshot('32-compared-with-the-first-version')

    expect(
      await change(/^Headline/u)
        .locator('dd')
        .allInnerTexts(),
    ).toEqual([
      'Skerries ferries to stay in port until Friday',
      'Skerries ferries to stay in port until Tuesday',
      'Skerries wait',
    ])
  })

  test('an update of a published article waits as a draft, and the view says so', async () => {
    const {_id} = await draft()
    await newsroom.editor.action({
      actionType: 'sanity.action.document.publish',
      draftId: _id,
      publishedId: _id.replace('drafts.', ''),
    })
    await send(
      4,
      third.map((line) => line?.replace('Tuesday', 'Thursday')),
    )
    await page.getByText('Readers still have the text before it').waitFor()
    await desk.screenshot('33-update-of-a-published-article')

    expect(await newsroom.anonymous.fetch('*[_type == "article"].headline')).toEqual([
      'Skerries wait',
    ])
  })

  test('on a narrow screen it can be used as well', async () => {
    await page.setViewportSize({width: 1024, height: 768})
    await updates().waitFor()
    await desk.screenshot('34-wire-update-narrow')

    expect(await updates().evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(
      true,
    )
  })

  test('the newest text is found in the article, though its paragraphs came in with the first', async () => {
    await page.setViewportSize({width: 1440, height: 900})
    await page.getByRole('button', {name: 'Source text'}).click()
    const copy = page.getByRole('list', {name: 'Text as received'})
    await copy.waitFor()
    await desk.screenshot('35-source-of-an-update')

    expect(await copy.getByText('% wire', {exact: false}).allInnerTexts()).toEqual(
      Array.from({length: 5}, () => '100% wire'),
    )
  })

  test('the desk stayed on the machine, within what the lake knows, and without errors', () => {
    expect(desk.faults).toEqual([])
  })
})

const recordQuery = '*[_type == "articleRecord"][0].conflicts[]{field, state, by}'

function withoutDateline(paragraph: string | undefined): string | undefined {
  return paragraph?.replace(/^.{1,40} \(Reuters\) - /u, '')
}
