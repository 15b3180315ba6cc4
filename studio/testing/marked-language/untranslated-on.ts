import type {Page} from 'playwright-core'

/** What is seen or heard on a page of the marked language and neither said in it nor of a document. */
export async function untranslatedOn(page: Page, documents: unknown): Promise<readonly string[]> {
  const content = wordsIn(documents).join('\n')
  const texts = await page.locator('body').evaluate(textsOn)
  return [...new Set(texts.flatMap(unmarkedPartsOf))].filter(
    (part) => !content.includes(part) && !KNOWN.test(part),
  )
}

const KNOWN = new RegExp(
  [
    // Names: of the workspace, of Sanity's tools, of who is signed in, of keys, rules and zones
    'wiredesk|Vision|Scheduled Drafts|Administrator|Esc|[a-z-]+@\\d+',
    '.*\\d (?:GMT(?:[+-][\\d:]+)?|UTC)|UTC|(?:[A-Z][A-Za-z]+/)+[A-Z][A-Za-z_]+',
    // Sanity says it in English alone
    'Close dialog|Open|Live',
    // A byline and a correction as readers get them, and a reading of a word in capitals
    'By .+|Update: .+|(?:additional )?(?:reporting|editing) by .+|Who',
  ]
    .map((known) => `^(?:${known})$`)
    .join('|'),
  'u',
)

/** What remains of a text without what is marked, if it holds a word in Latin letters. */
function unmarkedPartsOf(text: string): readonly string[] {
  let rest = text
  while (MARKED.test(rest)) rest = rest.replace(MARKED, '·')
  return rest
    .split(/[·;,()“”…|]/u)
    .map((part) => part.trim())
    .filter((part) => /[A-Za-z]{2}/u.test(part))
}

const MARKED = /⟦[^⟦⟧]*⟧/u

/** The texts in documents, but for those that the desk says in its language. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => (SAID.has(name) ? [] : wordsIn(part)))
}

const SAID = new Set(['ledger', 'message', 'alternatives', 'reason'])

/** Texts, labels and hints; what stands in a field is the document's. */
function textsOn(body: Element): string[] {
  return [...body.querySelectorAll(':not(style, script)')].flatMap((element) => {
    if (!element.checkVisibility({visibilityProperty: true})) return []
    const said = ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name))
    const seen = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && !element.matches('textarea'))
      .map((node) => node.textContent)
    return [...said, ...seen].map((text) => text?.trim() ?? '')
  })
}
