import {useEffect, useState} from 'react'

/** The present, renewed every half minute: ages and the time left of an embargo stay true while nobody touches anything. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
