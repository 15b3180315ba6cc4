import type {BoilerplateRule} from './boilerplate-rule.ts'

/**
 * How the rules of the first release read that have been raised since. Its documents do not say what was shipped, so a rule of a
 * dataset that still reads so is known by it to be untouched. A rule of that release that is raised later is put here in its first form.
 */
export const FIRST_RELEASE: readonly BoilerplateRule[] = [
  {
    name: 'read-more',
    version: 1,
    pattern:
      '\\[?(?:(?:READ|Read|SEE|See) (?:MORE|More|more|ALSO|Also|also|NEXT|Next)(?: HERE| here)?|(?:ALSO READ|Also read|RELATED(?: STORIES| VIDEO)?|Related(?: stories| video)?|More on this(?: story| topic)?))(?:\\s?[:|›»-]\\s?.{0,200})?(?:…|\\.{3})?\\]?',
    scope: 'line',
    where: 'any',
    class: 'relatedLink',
    reason: 'Link to another story',
    positive: 'READ MORE: How the quay was lost',
    nearMiss: 'Read more widely, the headmaster told the children of Porthaven.',
  },
  {
    name: 'more-link',
    version: 1,
    pattern: '(?:More|MORE|Related|RELATED|Watch|WATCH|VIDEO|GALLERY): [^.]{8,140}',
    scope: 'line',
    where: 'any',
    class: 'relatedLink',
    reason: 'Link to another story',
    positive: 'More: Harbour town counts its gulls',
    nearMiss: 'More: the word hung on every wall of the port, and nobody would explain it.',
  },
  {
    name: 'you-might-also-like',
    version: 1,
    pattern:
      "(?:Like this\\? |Enjoyed this\\? )?(?:You (?:might|may) also (?:like|be interested in|enjoy)|(?:Related|RELATED|Similar) (?:[Aa]rticles?|[Cc]ontent|[Pp]osts?|[Ll]inks?|[Tt]opics?|[Ss]tories|COVERAGE|ARTICLES|[Nn]ews)|Recommended(?: for you| stories)?|Don[’']t miss|Most (?:read|popular)|More (?:from|stories from) (?:us|this (?:section|series)|{paper}))(?: ?(?:\\.{2,5}|…|:))?",
    scope: 'line',
    where: 'any',
    class: 'relatedLink',
    reason: 'Label of a list of other stories',
    positive: 'You might also like...',
    nearMiss: 'You might also like to know that the ferry is free, the mayor said.',
  },
  {
    name: 'source-note',
    version: 1,
    pattern: '(?:Source|SOURCE|Sources|Via|VIA|H/T|h/t)(?: ?:| \\|) ?[\\p{L}\\d][^.!?]{1,60}',
    scope: 'line',
    where: 'tail',
    class: 'captionFurniture',
    reason: 'Source of the figures',
    positive: 'Source: Harbour office',
    nearMiss: 'Source: the harbour office, which would not be named. It gave no figures.',
  },
  {
    name: 'share-buttons',
    version: 1,
    pattern:
      '(?:Share this(?: story| article)?:?(?: {messenger})?|Share|Tweet|Email|E-mail|Print|Copy link|Like this:(?: Like)?(?: Loading\\.{3})?(?: Related)?|Pinterest|Tumblr|Reddit|Facebook|Twitter|WhatsApp|LinkedIn|Telegram|Google\\+?|More|more-in|\\d{1,2}:\\d{2}|Photos?|Gallery|Slideshow|PRIVACY POLICY|Privacy Policy|Terms of (?:Use|Service)|View comments|Leave a [Cc]omment|Listen to this article|\\d{1,2}[ -]min(?:ute)? read)',
    scope: 'line',
    where: 'any',
    class: 'social',
    reason: 'Buttons of a page',
    positive: 'Share this: Reddit',
    nearMiss: 'Share this with a friend at sea, the card said.',
  },
  {
    name: 'follow-on-messenger',
    version: 2,
    pattern:
      "(?:(?:Stay tuned|Stay connected|Social [Mm]edia) ?[.!] )?(?:Follow|Find|Like) (?:us|him|her|them|me|@\\w{2,30}|{paper}|[\\p{Lu}][\\p{L}’'.-]{1,20} [\\p{Lu}][\\p{L}’'.-]{1,20})(?: @\\w{2,30})? on {messenger}(?<link>(?:,| and| or| for| to| at|:) ?(?:[^.!?]|\\.(?=\\S)){1,200})?(?:[.!]|$)(?: If you have a story[^.!?]{3,60}@\\S{3,60})?",
    scope: 'sentence',
    where: 'any',
    class: 'social',
    reason: 'Social line',
    positive: 'Follow us on Facebook, on Twitter @HarbourHerald, or on Instagram.',
    nearMiss: 'Follow us on this road, the pilgrims told the reporter.',
  },
  {
    name: 'updates-by-messenger',
    version: 1,
    pattern:
      '(?:For|Get|Receive) [^.!?]{3,160}(?:updates?|briefings?|stories|news|alerts|digests?|content|reads|picks)[^.!?]{0,160}[.!,:] (?:[Ss]ubscribe|[Jj]oin|[Ss]ign up|[Ff]ollow)(?: us| now)?(?: to| at| on| via| for)?(?<link> [^.!?]{1,120})?[.!]?',
    scope: 'paragraph',
    where: 'tail',
    class: 'promo',
    reason: 'House promo: the paper’s updates by messaging service',
    positive: 'For a briefing on working days and long reads on Sundays. Join',
    nearMiss:
      'For a briefing on the harbour the minister went to Porthaven, and fishermen joined him.',
  },
]
