import {styled} from 'styled-components'

/** A page of a paper, whatever the scheme of the desk around it: dark on white at 12 to 1 and more. */
export const Paper = styled.article`
  box-sizing: border-box;
  margin: 0 auto;
  padding: 20px;
  background: #fff;
  color: #1b1a17;
  font:
    18px/1.55 Georgia,
    serif;
  overflow-wrap: anywhere;
  :is(h1, h2, p, li, figcaption, td) {
    unicode-bidi: plaintext;
  }
  h1 {
    margin: 0 0 12px;
    font-size: 1.8em;
    line-height: 1.15;
  }
  h2 {
    margin: 24px 0 8px;
    font-size: 1.1em;
  }
  p {
    margin: 0 0 14px;
  }
  figure {
    margin: 0 0 20px;
  }
  img {
    display: block;
    width: 100%;
    height: auto;
  }
  figcaption,
  .kicker,
  .byline,
  .credit,
  .dateline,
  .note,
  aside {
    font:
      14px/1.45 Inter,
      sans-serif;
    color: #3b3a36;
  }
  .kicker {
    color: #8a1c1c;
    font-weight: 600;
  }
  .standfirst {
    font-size: 1.1em;
    color: #3b3a36;
  }
  .key-points {
    margin: 0 0 16px;
    padding-left: 20px;
    font-weight: 600;
  }
  .byline {
    font-weight: 600;
  }
  .picture-credit {
    color: #55534d;
  }
  .lead-in-capitals {
    text-transform: uppercase;
  }
  .link {
    text-decoration: underline;
  }
  blockquote {
    margin: 0 0 16px;
    padding-left: 16px;
    border-left: 3px solid #8a1c1c;
  }
  .fact-box,
  aside {
    padding: 12px 16px;
    background: #f3f1ec;
  }
  td {
    padding: 4px 12px 4px 0;
  }
`
