import {Activity, type ActivityProps, useState} from 'react'

/**
 * React's `Activity` renders what is hidden in advance, which for Sanity's menus and tooltips is more than all that is seen of an
 * article. This one renders nothing until it is shown for the first time.
 */
export function ActivityOnceShown({mode = 'visible', children}: ActivityProps) {
  const [wasShown, setWasShown] = useState(mode === 'visible')
  if (mode === 'visible' && !wasShown) setWasShown(true)
  return wasShown || mode === 'visible' ? <Activity mode={mode}>{children}</Activity> : null
}
