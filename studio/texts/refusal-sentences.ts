/** Why the desk does not do what an editor asked for, in English. */
export const refusalSentences = {
  'correct-not-out': 'Cannot correct "{{id}}": readers do not have it',
  'embargo-cleared-unexplained': 'Cannot clear the embargo of "{{id}}": give a reason',
  'embargo-shortened-unexplained': 'Cannot shorten the embargo of "{{id}}": give a reason',
  'join-edited':
    'Somebody has edited this article, and the edits would be lost: carry them over by hand, discard them here, then join the two',
  'join-gone': 'The article is gone',
  'join-other-gone': 'The other article is gone; leave this one as it is',
  'join-other-source-gone': 'The text that the other article was made from is gone',
  'join-published': 'It is published: unpublish it first, then join the two',
  'join-source-gone': 'The received text is gone',
  'kill-gone': 'Cannot kill "{{id}}": there is no such article any more',
  'revive-unknown-place': 'Cannot bring back "{{id}}": the record does not say where its text was',
  'schedule-no-draft': 'Cannot schedule: there is no draft of this article any more',
  'unpublish-killed': 'Cannot unpublish "{{id}}": readers must find that it was killed',
  'unpublish-not-out': 'Cannot unpublish "{{id}}": readers do not have it',
} as const
