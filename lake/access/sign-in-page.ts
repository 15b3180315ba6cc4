import {html} from 'hono/html'

/** No script, nothing from elsewhere, no frame around it. */
export const signInPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

/**
 * The local sign-in: one field for the token that `wiredesk start` printed, or that the administrator made. The token says who you are.
 *
 * @param page.returnTo - Address of the Studio, checked by the caller to be our own
 * @param page.fault - What was wrong with the last try
 */
export function signInPage(page: {readonly returnTo: string; readonly fault?: string}) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Sign in to wiredesk</title>
        <style>
          :root {
            color-scheme: light dark;
            font:
              100%/1.5 system-ui,
              sans-serif;
          }
          main {
            max-width: 32rem;
            margin: 12vh auto;
            padding: 0 1rem;
          }
          input,
          button {
            font: inherit;
            padding: 0.5rem 0.75rem;
            box-sizing: border-box;
          }
          input {
            width: 100%;
            margin: 0.25rem 0 1rem;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>Sign in to wiredesk</h1>
          ${page.fault === undefined ? '' : html`<p role="alert"><strong>${page.fault}</strong></p>`}
          <form method="post">
            <input type="hidden" name="origin" value="${page.returnTo}" />
            <label for="token">Your token</label>
            <input
              id="token"
              name="token"
              type="password"
              autocomplete="current-password"
              spellcheck="false"
              required
              autofocus
              aria-describedby="where"
            />
            <button type="submit">Sign in</button>
            <p id="where">
              The terminal in which the lake was started shows a link that signs the administrator
              in; its token also stands in the file <code>token</code> of the data directory.
              Everyone else gets a token from the administrator: <code>wiredesk tokens add</code>.
            </p>
          </form>
        </main>
      </body>
    </html>`
}
