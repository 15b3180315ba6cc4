import type {BoilerplateRule} from '../boilerplate-rule.ts'

/** Who holds the rights. */
export const COPYRIGHT_LINES: readonly BoilerplateRule[] = [
  {
    name: 'rights-reserved',
    version: 1,
    pattern:
      '(?:(?:Copyright|COPYRIGHT)(?: ?(?:©|\\(c\\)))?|©|\\([cC]\\) ?(?:Copyright)?) ?[^.]{0,120}(?:\\.(?! All)[^.]{0,60})?\\.? ?(?:All [Rr]ights [Rr]eserved|ALL RIGHTS RESERVED)\\.?(?: This material may not be published, broadcast, (?:rewritten|re-written)(?:,)? or redistributed\\.?)?(?: No part [^.]{1,160}\\.)?',
    scope: 'sentence',
    where: 'tail',
    class: 'copyright',
    reason: 'Copyright line',
    positive: 'Copyright 2026 Harbour Herald Ltd. All rights reserved.',
    nearMiss: 'Copyright in the tide tables belongs to the port, a court held.',
  },
  {
    name: 'copyright-with-year',
    version: 1,
    pattern:
      '(?:Copyright|COPYRIGHT|©|\\([cC]\\))(?: ?(?:©|\\([cC]\\)|Copyright))? ?(?:\\d{4}\\b[^]{0,300}|\\p{Lu}[^.]{2,60} \\d{4}\\b[^]{0,200})',
    scope: 'paragraph',
    where: 'any',
    class: 'copyright',
    reason: 'Copyright line',
    positive: '© 2026 Harbour Herald Ltd',
    nearMiss: 'Copyright in the tide tables of 1926 has run out, the court held.',
  },
  {
    name: 'copyright-without-year',
    version: 1,
    since: 2,
    pattern: '(?:Copyright ?)?© ?\\p{Lu}[^.]{2,60}\\.?',
    scope: 'paragraph',
    where: 'tail',
    class: 'copyright',
    reason: 'Copyright line',
    positive: '© Harbour Online Media Ltd',
    nearMiss: '© Harbour, the film that won the prize, opens in March. Nobody drowns.',
  },
  {
    name: 'rights-in-other-languages',
    version: 1,
    since: 2,
    pattern:
      '(?:(?:\\([cC]\\)|©) ?[^]{2,120}?)?(?:Está expresamente prohibida la (?:redistribución|reproducción)|Queda prohibida la reproducción|Alle Rechte vorbehalten\\b|Tous droits (?:de reproduction(?: et de (?:diffusion|représentation))? )?réservés|Todos los derechos reservados|Tutti i diritti riservati)[^]{0,300}',
    scope: 'paragraph',
    where: 'tail',
    class: 'copyright',
    reason: 'Copyright line',
    positive:
      '(c) Agencia Muelle, S.A. Está expresamente prohibida la redistribución de sus noticias.',
    nearMiss: 'Alle Rechte vorbehaltend zog der Lotse von Bord.',
  },
  {
    name: 'no-part',
    version: 1,
    since: 2,
    pattern:
      'No part of (?:this|these|the)(?: [^.!?,]{2,80})? may be (?:reproduced|copied|stored|used|published|transmitted)[^.!?]{0,160}[.]',
    scope: 'sentence',
    where: 'tail',
    class: 'copyright',
    reason: 'Copyright line',
    positive: 'No part of this page may be reproduced without the leave of the Herald.',
    nearMiss: 'No part of this quay may be closed in summer, the council ruled.',
  },
]
