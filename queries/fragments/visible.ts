/**
 * The filter of every public list: usable articles whose embargo has lifted at `$now` (ISO 8601). An active embargo without
 * an end hides its article. A story without a status counts as usable, as in the IPTC standards.
 *
 * Inside a nested query it stands beside the condition that binds it: `*[${visible} && section._ref == ^._id]`.
 */
export const visible = /* groq */ `
  _type == "article"
    && coalesce(pubStatus, "usable") == "usable"
    && (embargo.active != true || dateTime(embargo.until) <= dateTime($now))
`
