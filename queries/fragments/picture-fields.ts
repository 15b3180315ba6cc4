/** A picture with what `@sanity/image-url` and an `img` element need. Spread inside a projection of the picture. */
export const pictureFields = /* groq */ `
  asset,
  hotspot,
  crop,
  alt,
  caption,
  credit,
  "url": asset->url,
  "width": asset->metadata.dimensions.width,
  "height": asset->metadata.dimensions.height
`
