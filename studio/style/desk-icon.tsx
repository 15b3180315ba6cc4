/** The house mark: three wires, the last one still coming in. */
export function DeskIcon() {
  return (
    <svg viewBox="0 0 32 32" width="1em" height="1em" aria-hidden>
      <rect width="32" height="32" rx="6" fill="#12355b" />
      <path
        d="M6 10h20M6 16h20M6 22h12"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        fill="none"
      />
      <circle cx="25" cy="22" r="2.4" fill="#f2b705" />
    </svg>
  )
}
