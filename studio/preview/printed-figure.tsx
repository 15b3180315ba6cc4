import {pictureUrl, printedPart, type PrintedPicture} from '../../queries/print/picture-url.ts'

interface PrintedFigureProps {
  readonly picture: PrintedPicture & {
    readonly alt?: string | null
    readonly caption?: string | null
    readonly credit?: string | null
  }
}

/** A picture as it is printed: cropped, with its caption and then its credit. */
export function PrintedFigure({picture}: PrintedFigureProps) {
  const printed = printedPart(picture)
  return (
    <figure>
      <img
        src={pictureUrl(picture, 1024)}
        alt={picture.alt ?? ''}
        width={printed?.width}
        height={printed?.height}
      />
      <figcaption>
        {picture.caption}{' '}
        {picture.credit && <span className="picture-credit">{picture.credit}</span>}
      </figcaption>
    </figure>
  )
}
