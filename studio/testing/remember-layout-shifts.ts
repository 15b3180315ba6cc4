declare global {
  interface Window {
    layoutShifts: string[]
  }
}

/** Runs in the page before anything else: notes in `window.layoutShifts` what moves without a key or a click. */
export function rememberLayoutShifts(): void {
  window.layoutShifts = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('value' in entry) || !('sources' in entry) || !('hadRecentInput' in entry)) continue
      const {value, sources, hadRecentInput} = entry
      if (hadRecentInput === true || typeof value !== 'number' || !Array.isArray(sources)) continue
      const moved = sources.map((source: {readonly node?: Node | null}) => {
        const element = source.node instanceof Element ? source.node : source.node?.parentElement
        return element?.outerHTML.slice(0, 80) ?? 'gone'
      })
      window.layoutShifts.push(`${value.toFixed(3)}: ${moved.join(' | ')}`)
    }
  }).observe({type: 'layout-shift', buffered: true})
}
