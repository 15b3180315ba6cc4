/** Words that a line breaks off with: it goes on in the next one. */
export const BREAKS_OFF =
  / (?:a|an|the|of|in|to|on|for|and|or|but|with|at|by|from|that|as|is|are|was|were|has|had|have|who|which|his|her|their|its|than|into|over)$/u
const FINITE = / (?:is|are|was|were|has|have|had|will|would|could|did|does) /u
/** It asks, is numbered, leads over or leads on; or the verb is that of a clause: `Check if the quay is dry`. */
const NAMES_OR_ASKS =
  /^["“'‘]?(?:(?:\d{1,2}|[IVX]{1,5})[.)] |(?:What|Why|How|Who|Where|When|Which|Whose|And|But|So|Or)\b)|(?:\?["”’']?|\.{3}|…)$|(?<!,) (?:if|who|that|what|how|why|where|when|which|whether) /u
/** Buttons and labels of pages, and entries of boxes: `Price: $60`. */
const PAGE =
  /^(?:Watch|WATCH|Video|VIDEO|Play VIDEO|Photos?|Copyright|Subscribe|Sign up|Click)\b|^©|^\p{Lu}\p{Ll}+: [\p{N}$€£]|\(\d/u
const FEWEST_WORDS = 6
const MOST_WORDS = 9

/** Whether a line is short and no sentence, as cross-heads are: `REVISING CONSTITUTION`, `What comes next?`, `Callow club: 49 saved`. */
export function isCrossHeadText(text: string): boolean {
  if (text.length > 70 || !/^["“'‘]?[\p{Lu}\p{N}]|^\.\.\. \p{Ll}/u.test(text)) return false
  if (/(?:(?<!\.\.)\.|[:,;!])["”’')]{0,2}$/u.test(text)) return false
  if (/\p{Ll}[.!?]["”’')]{0,2} \p{Lu}/u.test(text) && !/^\d{1,2}\. /u.test(text)) return false
  // `He ‘just kept rowing’`; a longer line that ends in a quotation is a link
  const isQuoting = / ["“'‘]/u.test(text) && text.split(' ').length <= 5
  if (/["”’']$/u.test(text) && !/^["“'‘]/u.test(text) && !isQuoting) return false
  if (/^\p{Lu}\p{Ll}{2,8}\.? \d{1,2}\b.*[:,]/u.test(text)) return false
  if (/https?:|www\.|@|;| vs |: \d(?!\d* \p{Ll}{3})|\d[^]{0,40}\s\d|\|/u.test(text)) return false
  if (BREAKS_OFF.test(text) || PAGE.test(text) || /^(?:By|BY) \p{Lu}/u.test(text)) return false
  if (/^Q(?:[.:]| (?=\p{Lu}))/u.test(text) || tellsSomething(text)) return false
  return text.split(' ').length <= MOST_WORDS
}

/**
 * A line that tells what is or was, in the letters of a sentence: the caption of a picture or a link to another story, and no
 * cross-head, which names or asks.
 */
export function tellsSomething(text: string): boolean {
  if (!FINITE.test(text) || NAMES_OR_ASKS.test(text) || /^["“'‘]/u.test(text)) return false
  const words = text.split(' ')
  const capitals = words.filter((word) => /^["“'‘]?\p{Lu}/u.test(word)).length
  return words.length >= FEWEST_WORDS && capitals < words.length * 0.7
}
