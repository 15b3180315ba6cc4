/** What `bylineText()` and `creditText()` print from. Spread inside an `article` projection. */
export const creditFields = /* groq */ `
  "bylines": bylines[]{
    _key,
    role,
    "name": coalesce(contributor->bylineName, contributor->name, nameAsWritten),
    "contributorSlug": contributor->slug.current,
    jobTitle,
    locationText,
    affiliationText,
    collective
  },
  "bylineOverride": bylineOverride.text,
  "wireCredits": wireCredits[]{
    _key,
    relation,
    position,
    "name": coalesce(source->creditStyle, source->name, nameAsWritten),
    "sourceCode": source->code
  }
`
