import type {Plugin} from 'vite'

/** `ui5` names its font on a Sanity server; studio/style/desk.css brings the same face from this machine. */
export function withoutCloudFonts(): Plugin {
  return {
    name: 'without-cloud-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]ui5[\\/][^?]{1,100}\.css/u.test(id)) return undefined
      return code.replaceAll(
        /@font-face\s?\{[^{}]{0,600}design-system-static\.sanity\.io[^{}]{0,600}\}/gu,
        '',
      )
    },
  }
}
