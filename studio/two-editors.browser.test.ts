import type {SanityClient} from '@sanity/client'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {findChromium} from './testing/chromium.ts'
import type {DeskPage} from './testing/open-desk-page.ts'
import {type Newsroom, openNewsroom} from './testing/open-newsroom.ts'

const TYPED = ' at midnight, after nine days of talks and one night without any'

describe.skipIf(findChromium() === undefined)('Two editors', () => {
  let newsroom: Newsroom
  let desks: readonly DeskPage[]
  let one: Page
  let other: Page

  beforeAll(async () => {
    newsroom = await openNewsroom()
    await newsroom.wiredesk(
      'import',
      'samples/harbour-ferry-talks.txt',
      'samples/health-talks-in-doubt.txt',
      'samples/port-strike-staff-and-agency.txt',
    )
    const ines = await newsroom.addEditor('Ines Corrado')
    desks = [await newsroom.openDesk(), await newsroom.openDesk(ines)]
    const [first, second] = desks
    if (!first || !second) throw new Error('Cannot open two desks')
    one = first.page
    other = second.page
  })

  afterAll(() => newsroom?.close())

  test('each sees where the other is', async () => {
    await Promise.all([one, other].map((page) => openArticle(page, /Northern Isles/u)))
    await other.getByTestId('field-headline').locator('textarea').click()
    // First in the head of the pane, then where the cursor is
    const presence = one
      .getByTestId('document-panel-scroller')
      .locator('[data-ui="Avatar"][aria-label="Ines Corrado"]')
    await presence.first().waitFor()
    const [field, avatar] = await Promise.all(
      [one.getByTestId('field-headline'), presence.first()].map((part) => part.boundingBox()),
    )
    await desks[0]?.screenshot('two-1-presence')

    expect(avatar?.y).toBeGreaterThan((field?.y ?? 0) - 20)
    expect(avatar?.y).toBeLessThan((field?.y ?? 0) + (field?.height ?? 0))
  })

  test('one types in a key point while the other moves it', async () => {
    await points(one).getByLabel('Key point 1 of 2').focus()
    await points(other).getByLabel('Key point 2 of 2').focus()
    await one.keyboard.press('Control+End')
    await Promise.all([one.keyboard.type(', they say'), other.keyboard.press('Alt+ArrowUp')])
    await desks[1]?.screenshot('two-2-key-points')

    await expect
      .poll(() =>
        newsroom.query(
          '{"texts": *[_type == "article" && count(keyPoints) == 2][0].keyPoints[].text}',
        ),
      )
      .toEqual({texts: [expect.stringMatching(/^Unions/u), expect.stringMatching(/they say$/u)]})
  })

  test('a key point that another editor is in stays: its neighbour changes the place', async () => {
    await points(one).getByLabel('Key point 1 of 2').click()
    const row = points(other).getByRole('listitem').first()
    await row.locator('[data-ui="Avatar"][aria-label="Administrator"]').waitFor()
    await desks[1]?.screenshot('two-3-key-point-in-use')
    const [stays, moves] = await keyPoints(newsroom.editor)
    const removals = await listenForRemovals(newsroom.editor)
    await row.getByRole('button', {name: 'Move key point 1 down'}).click()

    await expect.poll(() => keyPoints(newsroom.editor)).toEqual([moves, stays])
    expect(removals()).toEqual([`keyPoints[_key=="${moves}"]`])
    await one.keyboard.type('On Monday: ')
    await points(other)
      .getByLabel('Key point 2 of 2')
      .and(other.locator('textarea', {hasText: 'On Monday: '}))
      .waitFor()
  })

  test('of two answers to one doubt the first counts, and the second editor is told', async () => {
    await Promise.all([one, other].map((page) => openArticle(page, /Health officials/u)))
    await Promise.all([one, other].map((page) => page.getByRole('group', {name: /WHO/u}).focus()))
    await Promise.all([one.keyboard.press('3'), other.keyboard.press('Escape')])
    await Promise.all([one, other].map((page) => page.getByText('1 doubt settled').waitFor()))

    expect(
      await newsroom.query(
        '{"answers": count(*[_type == "articleRecord" && count(findings) > 0][0].resolutions)}',
      ),
    ).toEqual({answers: 1})
  })

  test.for(['headline', 'standfirst'])(
    'one types at the beginning of the %s while the other types at its end',
    async (field) => {
      const [mine, theirs] = [one, other].map((page) =>
        page.getByTestId(`field-${field}`).locator('textarea'),
      )
      const before = await mine?.inputValue()
      await mine?.click()
      await one.keyboard.press('Control+Home')
      await theirs?.click()
      await other.keyboard.press('Control+End')
      await other.keyboard.type(' and wait')
      await expect.poll(() => mine?.inputValue()).toBe(`${before} and wait`)
      await one.keyboard.type('Now ')

      await expect.poll(() => theirs?.inputValue()).toBe(`Now ${before} and wait`)
      await desks[0]?.screenshot(`two-6-one-${field}`)
    },
  )

  test('each links another name of the byline', async () => {
    await Promise.all([one, other].map((page) => openArticle(page, /port of Callow/iu)))
    await Promise.all([one, other].map((page) => page.getByRole('tab', {name: 'Credits'}).click()))
    const line = one.getByTestId('field-bylines').getByLabel('As printed')
    await line.fill('By Ada Moss and Bo Ek')
    await one.getByRole('list', {name: 'Understood as'}).getByText('Bo Ek').waitFor()
    await one.keyboard.press('Enter')
    await create(other, 'Bo Ek').waitFor()
    await Promise.all([create(one, 'Ada Moss').click(), create(other, 'Bo Ek').click()])

    await expect
      .poll(() =>
        newsroom.query(
          '{"ids": *[_type == "article" && count(bylines) == 2][0].bylines[].contributor._ref}',
        ),
      )
      .toEqual({ids: ['contributor-ada-moss', 'contributor-bo-ek']})
  })

  test('one types a headline while the article is published: nothing typed is lost, nor the cursor', async () => {
    await openArticle(other, /Health officials/u)
    const headline = other.getByTestId('field-headline').locator('textarea')
    const before = await headline.inputValue()
    await headline.click()
    await other.keyboard.press('Control+End')
    await typeWhilePublished(newsroom.editor, other, 'headline match "midnight"')

    await expect
      .poll(() => newsroom.editor.fetch('*[headline match "Health*"] | order(_id) {headline}'))
      .toEqual([
        {headline: expect.stringMatching(new RegExp(`^${before} at midnight`, 'u'))},
        {headline: `${before}${TYPED}`},
      ])
    expect(await headline.inputValue()).toBe(`${before}${TYPED}`)
    await desks[1]?.screenshot('two-4-published-meanwhile')
  })

  test('one types in the body while the article is published: nor there', async () => {
    await openArticle(other, /Northern Isles/u)
    await other.getByRole('tab', {name: 'Body', exact: true}).click()
    const body = other.getByTestId('field-body')
    await body.getByTestId('text-block__text').last().click()
    await body.locator('[contenteditable]:focus').waitFor()
    await typeWhilePublished(newsroom.editor, other, 'pt::text(body) match "midnight"')

    await expect
      .poll(() =>
        newsroom.editor.fetch<string>(
          'pt::text(*[_id in path("drafts.**") && pt::text(body) match "Northern Isles"][0].body)',
        ),
      )
      .toContain(TYPED)
    await body.locator('[contenteditable]:focus').getByText(TYPED).waitFor()
    await desks[1]?.screenshot('two-5-body-published-meanwhile')
  })

  test('both desks stayed on the machine, within what the lake knows, and without errors', () => {
    const faults = desks.flatMap((desk) => desk.faults)

    // Of two answers at once the lake refuses one, which Chromium notes
    expect(faults.filter((fault) => !/409 \(Conflict\).{1,80}desk\.source/u.test(fault))).toEqual(
      [],
    )
  })
})

/**
 * Types where the cursor is, and publishes the article meanwhile.
 *
 * @param begun - Holds once the first words have reached the lake
 */
async function typeWhilePublished(client: SanityClient, page: Page, begun: string): Promise<void> {
  const typing = page.keyboard.type(TYPED, {delay: 50})
  let draftId: string | null = null
  while (draftId === null) {
    draftId = await client.fetch<string | null>(`*[_type == "article" && ${begun}][0]._id`)
  }
  await client.action({
    actionType: 'sanity.action.document.publish',
    draftId,
    publishedId: draftId.replace('drafts.', ''),
  })
  await typing
}

/** Keys of the article with two key points, in their order. */
function keyPoints(client: SanityClient): Promise<readonly string[]> {
  return client.fetch('*[_type == "article" && count(keyPoints) == 2][0].keyPoints[]._key')
}

/** Notes which key points are taken out from now on. */
async function listenForRemovals(client: SanityClient): Promise<() => readonly string[]> {
  const removed: string[] = []
  await new Promise<void>((resolve, reject) => {
    const articles = client.listen(
      '*[_type == "article"]',
      {},
      {events: ['welcome', 'mutation'], includeMutations: true},
    )
    articles.subscribe({
      next: (event) => {
        if (event.type === 'welcome') resolve()
        if (event.type !== 'mutation') return
        const patches = event.mutations.flatMap((mutation) =>
          'patch' in mutation ? [mutation.patch] : [],
        )
        removed.push(...patches.flatMap(({unset = []}) => unset))
      },
      error: reject,
    })
  })
  return () => removed.filter((path) => path.startsWith('keyPoints'))
}

function points(page: Page): Locator {
  return page.getByRole('list', {name: 'Key points'})
}

async function openArticle(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', {name: 'Incoming'}).click()
  await page.getByTestId('article-list').getByRole('link', {name}).click()
  await page.getByRole('list', {name: 'Text as received'}).waitFor()
}

function create(page: Page, name: string): Locator {
  return page.getByRole('button', {name: `Create the contributor ${name}`})
}
