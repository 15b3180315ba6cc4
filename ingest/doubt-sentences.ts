/**
 * What the reader of copy asks an editor, and the readings it offers, in English; the records keep them as they were said. Another language
 * has a list of the same keys: see `Language` in studio/.
 */
export const doubtSentences = {
  'embargo':
    'The copy is under embargo (“{{received}}”): set when it lifts, or clear it with a reason',
  'embargo-set': 'set the end of the embargo',
  'embargo-clear': 'clear the embargo',
  'credit-or-prose':
    'Is “{{words}}” the story’s credit or part of the sentence? It was left in the text',
  'is-credit': 'credit: {{words}}',
  'is-sentence': 'part of the sentence',
  'lead-in-case':
    '“{{printed}}” opens the paragraph in capitals: a name in capitals, or a word? It was read as “{{words}}”',
  'stray-line':
    'Is “{{line}}” a caption or a link of the page, or part of the story? It was left out',
  'stray-line-and-another':
    'Is “{{line}}” a caption or a link of the page, or part of the story? It was left out, as was one more line of its kind',
  'stray-line-and-others':
    'Is “{{line}}” a caption or a link of the page, or part of the story? It was left out, as were {{number}} more of its kind',
  'is-furniture': 'caption or link: leave it out',
  'is-story-put-back': 'part of the story: put it back',
  'promo-or-prose':
    'Is “{{words}}” a promo of the page, or part of the story? It was left in the text',
  'is-promo': 'promo: leave it out',
  'is-story': 'part of the story',
  'dateline-or-prose': 'Is “{{words}}” where the story was filed, or how the sentence begins?',
  'is-dateline': 'dateline: {{words}}',
  'headline-or-key-point': 'Is “{{words}}” the headline, or the first of {{number}} key points?',
  'is-headline': 'headline, then standfirst or key points',
  'is-key-point': '{{number}} key points and no headline',
  'update-waits': 'A new version of the copy waits as a draft; what is published is unchanged',
  'update-waits-in-release':
    'A new version of the copy came in while the article was scheduled or in a release: none of its words are there',
  'near-duplicate':
    'Is this a version of {{story}}? {{percent}} % of the shorter text stands in both',
  'is-version': 'One story: make this a version of {{story}}',
  'story-without-headline': 'the story that begins “{{words}}…”',
} as const
