import {guardFetch} from './transport/guard-fetch.ts'

// Before the Studio: some of its modules take hold of `fetch` when they load
window.fetch = guardFetch(location.origin, __STUDIO_VERSION__, window.fetch.bind(window))
// The Studio warns of HTTP/1.1, whose connection limit `createMuxFetch` takes away
localStorage.setItem('_sanity_debugProtocol', 'h2')

const {openDesk} = await import('./open-desk.ts')
openDesk()
