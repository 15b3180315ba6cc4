import type {BoilerplateRule} from '../boilerplate-rule.ts'

/** Buttons, channels, posts and calls for comments. */
export const SOCIAL_LINES: readonly BoilerplateRule[] = [
  {
    name: 'join-our-channel',
    version: 1,
    pattern:
      '(?:Join|Follow|Subscribe to|Find|Like) (?:our|us|{paper})(?: on)?(?: {messenger})?(?: channel| group| page)?(?: (?:on|at) {messenger})?(?: (?:here|now|today|and|for|to)(?<link> [^.!?]{0,120})?)?[.!]?',
    scope: 'sentence',
    where: 'tail',
    class: 'social',
    reason: 'Social line: the paper’s channel or page',
    positive: 'Follow The Harbour Herald on Mastodon for the news of the port.',
    nearMiss: 'Join us in the fight for the harbour, the mayor told the crowd.',
  },
  {
    name: 'follow-on-messenger',
    version: 3,
    pattern:
      "(?:(?:Stay tuned|Stay connected|Social [Mm]edia) ?[.!] )?(?:Follow|Find|Like) (?:us|him|her|them|me|@\\w{2,30}|{paper}|[\\p{Lu}][\\p{L}’'.-]{1,20} [\\p{Lu}][\\p{L}’'.-]{1,20})(?: @\\w{2,30})? on {messenger}(?<link>(?:,| and| or| for| to| at|:) ?(?:(?!https?:)[^.!?]|\\.(?=\\S)){0,200}(?:https?://\\S{3,120})?)?(?:[.!]|$)(?: If you have a story[^.!?]{3,60}@\\S{3,60})?",
    scope: 'sentence',
    where: 'any',
    class: 'social',
    reason: 'Social line',
    positive: 'Follow us on Facebook, on Twitter @HarbourHerald, or on Instagram.',
    nearMiss: 'Follow us on this road, the pilgrims told the reporter.',
  },
  {
    name: 'share-buttons',
    version: 2,
    pattern:
      '(?:Share this(?: story| article)?:?(?: {messenger})?|Share|Tweet|Email|E-mail|Print|Copy link|Like this:(?: Like)?(?: Loading\\.{3})?(?: Related)?|Pinterest|Tumblr|Reddit|Facebook|Twitter|WhatsApp|LinkedIn|Telegram|Google\\+?|More|more-in|\\d{1,2}:\\d{2}|Photos?|Videos?|Gallery|Slideshow|Scroll (?:down )?for (?:the )?(?:videos?|photos?)|(?:\\d{1,6} ?[Ss]hares? ?)?(?:Share on {messenger} ?){1,4}|PRIVACY POLICY|Privacy Policy|Terms of (?:Use|Service)|View comments|Leave a [Cc]omment|Listen to this article|\\d{1,2}[ -]min(?:ute)? read)',
    scope: 'line',
    where: 'any',
    class: 'social',
    reason: 'Buttons of a page',
    positive: 'Share this: Reddit',
    nearMiss: 'Share this with a friend at sea, the card said.',
  },
  {
    name: 'follow-by-name',
    version: 1,
    pattern:
      "(?:You can )?[Ff]ollow (?:us|him|her|them|me|@\\w{2,30}|[\\p{Lu}][\\p{L}’'.-]{1,20})(?: @\\w{2,30})? on {messenger}(?:(?::| at|,)? ?@\\w{2,30}|(?:,| and| or| for| to| at|:) ?[^.!?]{1,160})?[.!]?",
    scope: 'sentence',
    where: 'tail',
    class: 'social',
    reason: 'Social line',
    positive: 'You can follow her on Instagram.',
    nearMiss: 'You can follow her on foot from the quay to the old town in an hour.',
  },
  {
    name: 'check-us-out',
    version: 1,
    pattern:
      '(?:Check|Find|Visit|Catch) (?:[Mm]e|[Uu]s)(?: [Oo]ut)? (?:on|at) (?:{messenger}|(?:https?://|www\\.)\\S{3,80})[.!]?',
    scope: 'sentence',
    where: 'tail',
    class: 'social',
    reason: 'Social line',
    positive: 'Check us out on YouTube',
    nearMiss: 'Check us out on the quay at noon, the band told its fans.',
  },
  {
    name: 'social-label',
    version: 1,
    pattern:
      '(?:Social [Mm]edia|Join the conversation|Have your say|Let us know in the comments)(?: below)? ?[.!:]?',
    scope: 'sentence',
    where: 'tail',
    class: 'social',
    reason: 'Label of the social lines',
    positive: 'Social media.',
    nearMiss: 'Social media was full of gulls.',
  },
  {
    name: 'readers-think',
    version: 1,
    pattern:
      '(?:\\d{1,3} ?)?% of (?:our )?readers (?:think|say) [^.!?]{3,60}\\. Add your (?:two cents|vote|comment)\\.',
    scope: 'line',
    where: 'any',
    class: 'social',
    reason: 'Poll of a page',
    positive: '% of readers think this story is true. Add your vote.',
    nearMiss:
      '82% of readers think this story is too long. Add your cuts to it, the editor told the desk.',
  },
  {
    name: 'story-suggestion',
    version: 1,
    pattern:
      '(?:If you have|Do you have|Got|Have) (?:a|any|an idea for a) (?:story|stories|tip|tips|news)(?: suggestion| idea| tip)?s?(?: for us| to share)?[,?]? (?:please )?(?:e-?mail|Email|E-mail|contact|Contact|write to|Write to)(?: us)?(?: at)? \\S{3,80}',
    scope: 'sentence',
    where: 'tail',
    class: 'social',
    reason: 'How readers reach the paper',
    positive: 'If you have a story suggestion email desk@herald.example.',
    nearMiss: 'If you have a story to tell, tell it to the sea, the pilots say.',
  },
  {
    name: 'embedded-post',
    version: 1,
    pattern:
      '[^]{0,500}?(?:A post shared by .{2,120} on \\p{Lu}\\p{Ll}{2,8} \\d{1,2}, \\d{4}(?: at .{4,20})?|[—–-]{1,2} ?[^()]{1,60} ?\\([\\u200E\\u200F]?@\\w{2,30}\\)(?: on)? ?(?:\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}, \\d{4}|\\d{1,2} \\p{Lu}\\p{Ll}{2,8},? \\d{4}))',
    scope: 'paragraph',
    where: 'any',
    class: 'social',
    reason: 'Post of a social service, printed by the page',
    positive: 'The quay is open again! — Porthaven (@porthaven) January 2, 2026',
    nearMiss:
      'The quay is open again, the port (@porthaven) wrote on January 2, 2026, and was wrong.',
  },
  {
    name: 'send-your-story-ideas',
    version: 1,
    pattern:
      '(?:Listen to [^.!?]{3,80} and follow [^.!?]{3,80}[.!] )?Send (?:us )?your (?:story|stories|news|tips?|pictures|photos)(?: ideas?| tips?)? to \\S{3,80}',
    scope: 'sentence',
    where: 'tail',
    class: 'social',
    reason: 'How readers reach the paper',
    positive: 'Send your story ideas to desk@herald.example',
    nearMiss: 'Send your stories to the king, the herald cried, and he will pay in herring.',
  },
  {
    name: 'handle-alone',
    version: 1,
    pattern:
      '(?:(?:Twitter|Instagram|X): ?|Follow )?@\\w{2,30}(?: for more(?: [\\p{L} ]{2,30})?)?\\.?',
    scope: 'sentence',
    where: 'tail',
    class: 'social',
    reason: 'Social line',
    positive: 'Follow @harbourherald for more',
    nearMiss: 'Follow @harbourherald, the mayor said, if you like bad news.',
  },
  {
    name: 'commenting-policy',
    version: 1,
    pattern:
      'Please (?:adhere to|read|follow|see|review|respect) our comment(?:ing|s)? (?:policy|guidelines|rules|standards)[^]{0,500}',
    scope: 'paragraph',
    where: 'tail',
    class: 'social',
    reason: 'Rules for comments',
    positive: 'Please read our commenting policy before you write.',
    nearMiss: 'Please read our comments to the council, the pilots asked.',
  },
  {
    name: 'letters-to-the-editor',
    version: 1,
    pattern:
      '(?:Write|Send (?:a letter|letters|your letters)) to the editor(?: at|:)? \\S{1,64}@\\S{3,80}',
    scope: 'sentence',
    where: 'tail',
    class: 'social',
    reason: 'How readers reach the paper',
    positive: 'Write to the editor at letters@herald.example',
    nearMiss: 'Write to the editor of your paper, the bishop urged them.',
  },
  {
    name: 'tell-us-in-the-comments',
    version: 1,
    pattern:
      "(?:What do you think\\? )?(?:Let us know|Tell us|Share your thoughts|Have your say)(?: [\\p{L}’']{1,16}){0,8} in the comments?(?: section)?(?: below)?[.!]?",
    scope: 'sentence',
    where: 'tail',
    class: 'social',
    reason: 'Call for comments',
    positive: 'Let us know what you think in the comments below.',
    nearMiss: 'Tell us in the comments on the tide table where you stand, the port asked.',
  },
  {
    name: 'label-of-a-list',
    version: 1,
    pattern:
      '(?:Authors?|Popular Video|Most Recent Articles by [^:]{2,40}|Now Playing|WATCH(?: VIDEO(?: INTERVIEW)?)?|Watch|\\p{Lu}{2,6} Top Deals|Trending (?:[Rr]ight )?[Nn]ow):',
    scope: 'line',
    where: 'any',
    class: 'social',
    reason: 'Label of a list on the page',
    positive: 'Authors:',
    nearMiss: 'Watch: the pilot keeps it until four in the morning.',
  },
]
